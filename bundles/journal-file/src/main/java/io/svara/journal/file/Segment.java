package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * One file of the journal. Redaction puts another file in its place, in which every record has the
 * same offset, so what is known here stays true.
 */
final class Segment {
  private static final int DIGITS = 19;
  private static final Pattern NAME = Pattern.compile("\\d{" + DIGITS + "}\\.segment");
  private static final long INDEX_STEP = 128 << 10;

  private final Path path;
  private final long first;
  private final ConcurrentSkipListMap<Long, Long> index = new ConcurrentSkipListMap<>();

  Segment(Path folder, long first) {
    this.path = folder.resolve(String.format("%019d.segment", first));
    this.first = first;
    index.put(first, (long) SegmentHeader.LENGTH);
  }

  /** The segments in the folder, in order. */
  static List<Segment> in(Disk disk, Path folder) throws IOException {
    return disk.list(folder).stream()
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> new Segment(folder, Long.parseLong(name.substring(0, DIGITS))))
        .toList();
  }

  Path path() {
    return path;
  }

  long first() {
    return first;
  }

  /** Notes where a record begins, if it is far enough from the last that was noted. */
  void note(long position, long offset) {
    Map.Entry<Long, Long> before = index.floorEntry(position);
    if (offset - before.getValue() >= INDEX_STEP) {
      index.put(position, offset);
    }
  }

  /** The nearest noted record at or before the position: its position and offset. */
  Map.Entry<Long, Long> near(long position) {
    return index.floorEntry(position);
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
