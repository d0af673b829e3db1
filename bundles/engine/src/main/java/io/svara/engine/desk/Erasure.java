package io.svara.engine.desk;

import java.util.Collection;

/**
 * Destroys what people asked to have forgotten, in journal, views, index and blobs; see {@link
 * io.svara.engine.journal.Journal#redact}. Returns when it is done, and how many entries lost their
 * payload.
 */
public interface Erasure {

  /** The entries at these positions. */
  int positions(Collection<Long> positions, String reason, Actor actor);

  /** Every entry that holds one of these messages, raw ones included. */
  int messages(Collection<String> messages, String reason, Actor actor);

  /**
   * Every entry that holds something of this contact, raw ones included.
   *
   * @throws Refused when there is no such contact
   */
  int contact(String contact, String reason, Actor actor);
}
