package io.svara.views;

import io.svara.engine.journal.Journal;
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
 * @param erasures how many payloads the journal had lost when the fold began: of what was destroyed
 *     later the rows may still hold the text
 * @param layouts the projections that folded, and the layout of each
 * @param files each file of the snapshot by its path within it
 */
record Manifest(
    String journal,
    long position,
    long erasures,
    SortedMap<String, Integer> layouts,
    SortedMap<String, FileSum> files) {

  static final String FILE = "manifest";

  /** Raised when this room itself keeps rows or documents in another way. */
  private static final String FORMAT = "svara-views 2";

  /** Of views that are still empty. */
  static Manifest ofNothing(String journal, long erasures, Map<String, Integer> layouts) {
    return new Manifest(journal, 0, erasures, new TreeMap<>(layouts), new TreeMap<>());
  }

  /** The same fold further on, without files yet. */
  Manifest at(long entry) {
    return new Manifest(journal, entry, erasures, layouts, new TreeMap<>());
  }

  Manifest with(SortedMap<String, FileSum> sums) {
    return new Manifest(journal, position, erasures, layouts, sums);
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    text.append("journal\t").append(journal).append('\n');
    text.append("position\t").append(position).append('\n');
    text.append("erasures\t").append(erasures).append('\n');
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
    long erasures = 0;
    SortedMap<String, Integer> layouts = new TreeMap<>();
    SortedMap<String, FileSum> files = new TreeMap<>();
    for (String line : lines) {
      String[] part = line.split("\t", -1);
      switch (part[0]) {
        case "journal" -> journal = part[1];
        case "position" -> position = Long.parseLong(part[1]);
        case "erasures" -> erasures = Long.parseLong(part[1]);
        case "layout" -> layouts.put(part[2], Integer.valueOf(part[1]));
        case "file" ->
            files.put(part[3], new FileSum(Long.parseLong(part[1]), Long.parseLong(part[2])));
        default -> throw new UnusableSnapshot("its manifest says " + part[0]);
      }
    }
    return new Manifest(journal, position, erasures, layouts, files);
  }

  private static long checksum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /**
   * @throws UnusableSnapshot when it does not go with this journal or these projections
   */
  void require(Journal folded, Map<String, Integer> wanted) {
    if (!journal.equals(folded.id())) {
      throw new UnusableSnapshot("it was folded from another journal, " + journal);
    }
    if (position > folded.head()) {
      throw new UnusableSnapshot(
          "it is at entry " + position + ", ahead of the journal, which ends at " + folded.head());
    }
    if (erasures != folded.erasures()) {
      throw new UnusableSnapshot(
          "it was folded after "
              + erasures
              + " erasures, and now there are "
              + folded.erasures()
              + ": it may hold what was destroyed");
    }
    if (!layouts.equals(wanted)) {
      throw new UnusableSnapshot(
          "it was folded by the projections " + layouts + ", and now there are " + wanted);
    }
  }
}
