package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a ledger says.
 *
 * @param erasures in the order of the lines
 * @param length bytes up to the end of the last whole line
 * @param proven how many of them were surely on the disk before the last line was written
 */
record LedgerContent(List<Erasure> erasures, long length, long proven) {
  static final LedgerContent NOTHING = new LedgerContent(List.of(), 0, 0);

  /**
   * Reads the file. What was being written when a process ended was never durable, and nothing was
   * destroyed on its account: it is passed over.
   *
   * @throws Damage when a line that was durable cannot be read
   */
  static LedgerContent read(Disk disk, Path file) throws IOException {
    byte[] bytes;
    try (DiskFile in = disk.read(file)) {
      ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(in.size()));
      in.read(all, 0);
      bytes = all.array();
    }
    List<Erasure> erasures = new ArrayList<>();
    int at = 0;
    long proven = 0;
    Optional<LedgerLine> line = lineAt(bytes, at);
    while (line.isPresent()) {
      erasures.add(line.get().erasure());
      proven = line.get().durable();
      at = nextLine(bytes, at);
      line = lineAt(bytes, at);
    }
    refuseIfProven(bytes, at, file);
    return new LedgerContent(erasures, at, proven);
  }

  private static void refuseIfProven(byte[] bytes, int unreadable, Path file) throws Damage {
    for (int at = nextLine(bytes, unreadable); at < bytes.length; at = nextLine(bytes, at)) {
      if (lineAt(bytes, at).filter(line -> line.durable() > unreadable).isPresent()) {
        throw new Damage(
            "The erasure ledger "
                + file
                + " is damaged at byte "
                + unreadable
                + ": a line cannot be read and later ones can. Put a sound copy of it in its"
                + " place.");
      }
    }
  }

  private static Optional<LedgerLine> lineAt(byte[] bytes, int at) {
    int next = nextLine(bytes, at);
    boolean whole = next > at && bytes[next - 1] == '\n';
    return whole ? LedgerLine.parse(new String(bytes, at, next - 1 - at, UTF_8)) : Optional.empty();
  }

  private static int nextLine(byte[] bytes, int at) {
    int next = at;
    while (next < bytes.length && bytes[next] != '\n') {
      next++;
    }
    return Math.min(bytes.length, next + 1);
  }

  boolean knows(UUID journal) {
    return erasures.contains(new Erasure.Registered(journal));
  }

  /** What was to be destroyed in this journal. */
  List<Erasure.Entry> entriesOf(UUID journal) {
    return erasures.stream()
        .filter(e -> e instanceof Erasure.Entry entry && entry.journal().equals(journal))
        .map(Erasure.Entry.class::cast)
        .toList();
  }

  /** Keys of the blobs that were to be destroyed. */
  List<String> blobs() {
    return erasures.stream()
        .filter(Erasure.Blob.class::isInstance)
        .map(e -> ((Erasure.Blob) e).key())
        .toList();
  }
}
