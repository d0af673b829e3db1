package io.svara.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What an operator does to a journal while it runs. */
public interface JournalCare {

  /**
   * Copies journal and blobs into an empty or new folder while appends go on. The copy holds every
   * entry that was durable when this was called.
   *
   * @return the position of the last entry in the copy
   */
  long backup(Path folder) throws IOException;

  /**
   * Reads everything back and checks order, checksums, digests and references. Appends go on
   * meanwhile.
   */
  Findings verify() throws IOException;

  /**
   * What a check found.
   *
   * @param entries how many entries were read
   * @param redacted how many of them have no payload any more
   * @param blobs how many blobs were read
   * @param damages each in words: what, where, what to do; empty when all is sound
   */
  record Findings(long entries, long redacted, long blobs, List<String> damages) {}

  /** Where the journal lives, how large it is, how it stands: for people. */
  Standing standing() throws IOException;

  /**
   * The journal in figures.
   *
   * @param oldest position of the oldest entry kept
   * @param head position of the newest
   * @param segments number of files
   * @param bytes on the disk, without blobs
   */
  record Standing(Path folder, String id, long oldest, long head, int segments, long bytes) {}
}
