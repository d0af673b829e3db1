package io.svara.views;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What a snapshot is of and what it is made of. Written last, with its own checksum on its last
 * line, so a snapshot without a sound manifest is none.
 *
 * @param journal the identity of the journal that was folded
 * @param position the last entry folded
 * @param layouts the projections that folded, and the layout of each
 * @param files each file of the snapshot by its path within it
 */
record Manifest(
    String journal,
    long position,
    SortedMap<String, Integer> layouts,
    SortedMap<String, FileSum> files) {

  static final String FILE = "manifest";

  /** Raised when this room itself keeps rows or documents in another way. */
  private static final String FORMAT = "svara-views 1";

  Manifest with(SortedMap<String, FileSum> sums) {
    return new Manifest(journal, position, layouts, sums);
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    text.append("journal\t").append(journal).append('\n');
    text.append("position\t").append(position).append('\n');
    layouts.forEach((name, layout) -> line(text, "layout", layout, name));
    files.forEach((name, sum) -> line(text, "file", sum.size() + "\t" + sum.crc(), name));
    String end = "end\t" + checksum(text.toString()) + "\n";
    Path file = folder.resolve(FILE);
    Files.writeString(file, text.append(end));
    Forced.file(file);
  }

  private static void line(StringBuilder text, String what, Object value, String name) {
    text.append(what).append('\t').append(value).append('\t').append(name).append('\n');
  }

  /**
   * @throws UnusableSnapshot when there is none, it is damaged, or another version wrote it
   */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new UnusableSnapshot("it has no manifest");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.lastIndexOf("end\t");
    if (end < 0 || !text.substring(end).equals("end\t" + checksum(text.substring(0, end)) + "\n")) {
      throw new UnusableSnapshot("its manifest is damaged");
    }
    List<String> lines = text.substring(0, end).lines().toList();
    if (!lines.get(0).equals(FORMAT)) {
      throw new UnusableSnapshot("it is of the format " + lines.get(0) + ", not " + FORMAT);
    }
    return parse(lines.subList(1, lines.size()));
  }

  private static Manifest parse(List<String> lines) {
    String journal = "";
    long position = 0;
    SortedMap<String, Integer> layouts = new TreeMap<>();
    SortedMap<String, FileSum> files = new TreeMap<>();
    for (String line : lines) {
      String[] part = line.split("\t", -1);
      switch (part[0]) {
        case "journal" -> journal = part[1];
        case "position" -> position = Long.parseLong(part[1]);
        case "layout" -> layouts.put(part[2], Integer.valueOf(part[1]));
        case "file" ->
            files.put(part[3], new FileSum(Long.parseLong(part[1]), Long.parseLong(part[2])));
        default -> throw new UnusableSnapshot("its manifest says " + part[0]);
      }
    }
    return new Manifest(journal, position, layouts, files);
  }

  private static long checksum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /**
   * @throws UnusableSnapshot when it does not go with this journal or these projections
   */
  void require(String journalId, long head, Map<String, Integer> wanted) {
    if (!journal.equals(journalId)) {
      throw new UnusableSnapshot("it was folded from another journal, " + journal);
    }
    if (position > head) {
      throw new UnusableSnapshot(
          "it is at entry " + position + ", ahead of the journal, which ends at " + head);
    }
    if (!layouts.equals(wanted)) {
      throw new UnusableSnapshot(
          "it was folded by the projections " + layouts + ", and now there are " + wanted);
    }
  }
}
