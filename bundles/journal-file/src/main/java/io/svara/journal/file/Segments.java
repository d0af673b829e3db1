package io.svara.journal.file;

import io.svara.engine.journal.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The journal's files as readers see them. Each read opens its own file and closes it again (some
 * 20 µs): so nobody waits for the writer, an interrupt harms only its own thread, and a redaction
 * can put a new file in the place of an old one at any time.
 */
final class Segments {
  private static final long ANSWER_BYTES = 4L << 20;

  private final Disk disk;
  private final Path folder;
  private final UUID journal;
  private final ConcurrentSkipListMap<Long, Segment> byFirst = new ConcurrentSkipListMap<>();
  private volatile Extent extent;

  Segments(Disk disk, Path folder, Recovered found) {
    this.disk = disk;
    this.folder = folder;
    this.journal = found.journal();
    this.extent = found.extent();
    found.segments().forEach(segment -> byFirst.put(segment.first(), segment));
  }

  Path folder() {
    return folder;
  }

  UUID journal() {
    return journal;
  }

  Extent extent() {
    return extent;
  }

  /** Lets readers see up to here. The writer calls it when everything up to here is durable. */
  void publish(Extent next) {
    if (next.active() != extent.active()) {
      byFirst.put(next.active().first(), next.active());
    }
    extent = next;
  }

  /** All segments up to the extent, in order. */
  List<Segment> upTo(Extent until) {
    return until.active() == null
        ? List.of()
        : List.copyOf(byFirst.headMap(until.active().first(), true).values());
  }

  /** The segment that has this position, which must not be behind the head. */
  Segment holding(long position) throws Damage {
    Map.Entry<Long, Segment> found = byFirst.floorEntry(position);
    if (found == null) {
      throw new Damage(
          "The journal is damaged: no file has entry " + position + ". Restore the latest backup.");
    }
    return found.getValue();
  }

  /** A reader of the segment that sees nothing behind the extent. */
  SegmentReader open(Segment segment, Extent until) throws IOException {
    return segment == until.active()
        ? new SegmentReader(disk, journal, segment, until.end())
        : new SegmentReader(disk, journal, segment);
  }

  /** Position of the last entry of the segment that is within the extent. */
  long lastOf(Segment segment, Extent until) {
    Long next = byFirst.higherKey(segment.first());
    return next == null ? until.head() : Math.min(until.head(), next - 1);
  }

  List<Entry> read(long from, int max) throws IOException {
    Extent now = extent;
    List<Entry> found = new ArrayList<>();
    long room = ANSWER_BYTES;
    for (long position = Math.max(1, from); position <= now.head() && found.size() < max; ) {
      Segment segment = holding(position);
      long last = lastOf(segment, now);
      try (SegmentReader reader = open(segment, now)) {
        long offset = reader.find(position);
        for (; position <= last && found.size() < max; position++) {
          RecordHeader header = reader.header(offset, position);
          room -= header.recordLength();
          if (room < 0 && !found.isEmpty()) {
            return found;
          }
          segment.note(position, offset);
          found.add(entry(header, reader.payload(header, offset)));
          offset += header.recordLength();
        }
      }
    }
    return found;
  }

  private static Entry entry(RecordHeader header, Payload payload) {
    return new Entry(
        header.position(),
        Instant.EPOCH.plus(header.recordedAt(), ChronoUnit.MICROS),
        header.stream(),
        header.revision(),
        header.kind(),
        header.kindVersion(),
        header.cause() == 0 ? OptionalLong.empty() : OptionalLong.of(header.cause()),
        payload instanceof Payload.Kept kept ? Optional.of(kept.bytes()) : Optional.empty());
  }
}
