package io.svara.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Bytes too large for an entry: attachments and pictures. Kept beside the journal and in its
 * backups.
 */
public interface Blobs {

  /**
   * Keeps the bytes; when this returns they are forced to the disk, so an entry may name them.
   *
   * @param limit the most bytes to take
   * @return the key to find them by; random, so that it says nothing about the content
   * @throws IOException when the stream breaks or has more than {@code limit} bytes; nothing is
   *     kept then
   * @throws JournalUnavailable when the disk does not take them
   */
  String put(InputStream bytes, long limit) throws IOException;

  /** The bytes; empty when there are none of that key, or they were destroyed. */
  Optional<InputStream> open(String key) throws IOException;

  /** Destroys the bytes here, and by the erasure ledger in every backup that is restored. */
  void destroy(String key, String reason) throws IOException;
}
