package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Remembers up to where the ledger has been carried out in this folder, so that a start need not
 * look at every entry that was ever erased. Without it, or with another ledger, all are looked at.
 */
final class ErasureMark {
  static final String NAME = "erasures-done";
  private static final String UNFINISHED = "erasures-done.new";

  private final Disk disk;
  private final Path folder;
  private final UUID journal;

  ErasureMark(Disk disk, Path folder, UUID journal) {
    this.disk = disk;
    this.folder = folder;
    this.journal = journal;
  }

  boolean covers(LedgerContent ledger) throws IOException {
    return text(ledger).equals(read());
  }

  /** How many erasures were carried out when it was written; 0 when there is none. */
  long count() throws IOException {
    String text = read();
    return text.matches("\\d{1,18} -?\\d+\n") ? Long.parseLong(text, 0, text.indexOf(' '), 10) : 0;
  }

  private String read() throws IOException {
    if (!disk.exists(folder.resolve(NAME))) {
      return "";
    }
    try (DiskFile file = disk.read(folder.resolve(NAME))) {
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
      file.read(bytes, 0);
      return US_ASCII.decode(bytes.flip()).toString();
    }
  }

  /** To be called only when everything in this content is carried out, durably. */
  void write(LedgerContent ledger) throws IOException {
    try (DiskFile file = disk.create(folder.resolve(UNFINISHED))) {
      file.write(US_ASCII.encode(text(ledger)), 0);
    }
    disk.rename(folder.resolve(UNFINISHED), folder.resolve(NAME));
  }

  private String text(LedgerContent ledger) {
    List<Erasure.Entry> entries = ledger.entriesOf(journal);
    return entries.size() + " " + Checksum.of(entries.toString().getBytes(US_ASCII)) + "\n";
  }
}
