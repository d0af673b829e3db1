package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the ledger: fields parted by tabs, the last one a CRC-32C of those before.
 *
 * @param durable bytes of the ledger that were on the disk before this line was written
 */
record LedgerLine(Instant time, long durable, Erasure erasure, String reason) {

  String encode() {
    String plain =
        String.join(
            "\t",
            time.toString(),
            String.valueOf(durable),
            fields(),
            reason.replaceAll("\\p{Cntrl}", " "));
    return plain + "\t" + checksum(plain) + "\n";
  }

  private String fields() {
    if (erasure instanceof Erasure.Entry entry) {
      return "entry\t" + entry.journal() + "\t" + entry.position() + "\t" + entry.digest();
    }
    if (erasure instanceof Erasure.Blob blob) {
      return "blob\t-\t" + blob.key() + "\t-";
    }
    return "journal\t" + ((Erasure.Registered) erasure).journal() + "\t-\t-";
  }

  /** Empty when the line, without its end, is not whole. */
  static Optional<LedgerLine> parse(String line) {
    int last = line.lastIndexOf('\t');
    if (last < 0 || !line.substring(last + 1).equals(checksum(line.substring(0, last)))) {
      return Optional.empty();
    }
    String[] fields = line.split("\t", -1);
    Erasure erasure =
        switch (fields[2]) {
          case "entry" ->
              new Erasure.Entry(UUID.fromString(fields[3]), Long.parseLong(fields[4]), fields[5]);
          case "blob" -> new Erasure.Blob(fields[4]);
          default -> new Erasure.Registered(UUID.fromString(fields[3]));
        };
    return Optional.of(
        new LedgerLine(Instant.parse(fields[0]), Long.parseLong(fields[1]), erasure, fields[6]));
  }

  private static String checksum(String plain) {
    return String.format("%08x", Checksum.of(plain.getBytes(UTF_8)));
  }
}
