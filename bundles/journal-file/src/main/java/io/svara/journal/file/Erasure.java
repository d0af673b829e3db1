package io.svara.journal.file;

import java.util.HexFormat;
import java.util.UUID;

/** What a line of the ledger is about. */
sealed interface Erasure {

  /** A journal came under the ledger; nothing is erased. */
  record Registered(UUID journal) implements Erasure {}

  /**
   * The payload of an entry.
   *
   * @param digest the first half of the one in the entry's header, in hexadecimal. It tells the
   *     entry from another that has the same position in a journal that went on from an older
   *     backup; without the salt, which is destroyed, it says nothing about the payload.
   */
  record Entry(UUID journal, long position, String digest) implements Erasure {
    private static final int DIGEST_BYTES = 16;

    static Entry of(UUID journal, RecordHeader header) {
      String digest = HexFormat.of().formatHex(header.digest(), 0, DIGEST_BYTES);
      return new Entry(journal, header.position(), digest);
    }
  }

  /** A blob. */
  record Blob(String key) implements Erasure {}
}
