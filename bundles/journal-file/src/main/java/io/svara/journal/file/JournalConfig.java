package io.svara.journal.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the journal lives. A change closes the journal and opens it at the new places. */
@ObjectClassDefinition(
    name = "Journal",
    description = "The folders of the journal, the blobs and the erasure ledger.")
public @interface JournalConfig {
  /** The PID. */
  String PID = "io.svara.journal";

  /** Folder of the journal. */
  @AttributeDefinition(
      name = "Journal folder",
      description = "Empty: data/svara/journal. One process at a time.")
  String folder() default "";

  /** Folder of the blobs. */
  @AttributeDefinition(name = "Blob folder", description = "Empty: data/svara/blobs.")
  String blobs() default "";

  /** File of the erasure ledger. */
  @AttributeDefinition(
      name = "Erasure ledger",
      description =
          "A file outside the journal and outside every backup, on another disk where there is"
              + " one. Empty: svara-ledger/erasures.ledger in the folder of the installation.")
  String ledger() default "";
}
