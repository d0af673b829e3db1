package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a backup holds. It is written last: a backup without it is not one.
 *
 * @param head position of the last entry
 * @param ledger how many bytes the erasure ledger had; a shorter one is an older one
 */
record Manifest(UUID journal, long head, Instant time, long ledger, List<Item> items) {
  static final String NAME = "manifest";
  static final String JOURNAL = "journal";
  static final String BLOBS = "blobs";
  private static final String FORMAT = "svara-backup 1";

  /**
   * A file of the backup.
   *
   * @param path relative to the backup, parted by slashes
   */
  record Item(String sha256, long size, String path) {}

  void write(Disk disk, Path backup) throws IOException {
    StringBuilder text = new StringBuilder(FORMAT + "\n");
    text.append("journal ").append(journal).append('\n');
    text.append("head ").append(head).append('\n');
    text.append("time ").append(time).append('\n');
    text.append("ledger ").append(ledger).append('\n');
    items.forEach(i -> text.append(i.sha256 + " " + i.size + " " + i.path + "\n"));
    String digest = Digest.of(text.toString());
    text.append("end ").append(digest).append('\n');
    try (DiskFile file = disk.create(backup.resolve(NAME))) {
      file.write(UTF_8.encode(text.toString()), 0);
      file.force();
    }
    disk.forceNames(backup);
  }

  /**
   * @throws IOException when there is none, or it is not whole
   */
  static Manifest read(Disk disk, Path backup) throws IOException {
    Path path = backup.resolve(NAME);
    if (!disk.exists(path)) {
      throw new IOException(
          backup + " is not a finished backup: it has no manifest. Use another one.");
    }
    String text = text(disk, path);
    int end = text.lastIndexOf("end ");
    if (!text.startsWith(FORMAT + "\n")
        || end < 0
        || !text.substring(end).equals("end " + Digest.of(text.substring(0, end)) + "\n")) {
      throw new Damage("The manifest " + path + " is damaged. Use another backup.");
    }
    List<String> lines = text.substring(0, end).lines().toList();
    List<Item> items = new ArrayList<>();
    for (String line : lines.subList(5, lines.size())) {
      String[] fields = line.split(" ", 3);
      items.add(new Item(fields[0], Long.parseLong(fields[1]), fields[2]));
    }
    return new Manifest(
        UUID.fromString(value(lines.get(1))),
        Long.parseLong(value(lines.get(2))),
        Instant.parse(value(lines.get(3))),
        Long.parseLong(value(lines.get(4))),
        items);
  }

  private static String value(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static String text(Disk disk, Path path) throws IOException {
    try (DiskFile file = disk.read(path)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
      file.read(bytes, 0);
      return UTF_8.decode(bytes.flip()).toString();
    }
  }
}
