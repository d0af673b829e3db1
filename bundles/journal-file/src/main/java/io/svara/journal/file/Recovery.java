package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, without writing anything, how far the journal in a folder reaches. Payloads are read
 * only where nothing proves that they were ever forced: at the very end.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final UUID UNKNOWN = new UUID(0, 0);

  private final Disk disk;
  private final List<Segment> segments;
  private final Optional<Segment> unborn;
  private final UUID journal;
  private StreamRevisions revisions = new StreamRevisions();
  private Extent extent = new Extent(0, null, 0);
  private long unproven;

  private Recovery(Disk disk, Path folder) throws IOException {
    this.disk = disk;
    this.segments = new ArrayList<>(Segment.in(disk, folder));
    this.unborn = takeUnborn();
    this.journal = segments.isEmpty() ? UUID.randomUUID() : identityOf(segments.get(0));
  }

  static Recovered run(Disk disk, Path folder) throws IOException {
    Recovery recovery = new Recovery(disk, folder);
    Optional<String> damage = Optional.empty();
    try {
      recovery.readAll(Checkpoint.read(disk, folder));
    } catch (Damage e) {
      damage = Optional.of(e.getMessage());
    }
    return new Recovered(
        recovery.journal,
        recovery.segments,
        recovery.extent,
        recovery.unproven,
        recovery.unborn.isPresent(),
        recovery.revisions,
        damage);
  }

  /**
   * A last segment without a sound header and without a record was being created when the process
   * ended: a header is forced before the first record is written.
   */
  private Optional<Segment> takeUnborn() throws IOException {
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    Segment last = segments.get(segments.size() - 1);
    try (SegmentReader reader = new SegmentReader(disk, UNKNOWN, last)) {
      if (SegmentHeader.of(disk, last).isPresent() || reader.hasRecordMark(SegmentHeader.LENGTH)) {
        return Optional.empty();
      }
    }
    segments.remove(last);
    return Optional.of(last);
  }

  private UUID identityOf(Segment segment) throws IOException {
    return SegmentHeader.of(disk, segment).map(SegmentHeader::journal).orElse(UNKNOWN);
  }

  private void readAll(Optional<Checkpoint> kept) throws IOException {
    Optional<Checkpoint> checkpoint = kept.filter(c -> c.journal().equals(journal));
    int resumed = checkpoint.map(this::resume).orElse(-1);
    for (int i = Math.max(0, resumed); i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (!SegmentHeader.of(disk, segment)
          .equals(Optional.of(new SegmentHeader(journal, segment.first())))) {
        throw unreadable("the file's header is not the one it was written with", segment, 0);
      }
      if (i != resumed) {
        requireHead(segment.first() - 1);
        extent = new Extent(extent.head(), segment, SegmentHeader.LENGTH);
      }
      Optional<Segment> next =
          i + 1 < segments.size() ? Optional.of(segments.get(i + 1)) : Optional.empty();
      scan(segment, next);
    }
    if (unborn.isPresent()) {
      requireHead(unborn.get().first() - 1);
    }
    if (checkpoint.isPresent() && checkpoint.get().head() > extent.head()) {
      requireHead(checkpoint.get().head());
    }
  }

  /** Takes over what the checkpoint knows; the index of the segment to go on in, or -1. */
  private int resume(Checkpoint checkpoint) {
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment.first() == checkpoint.segment()) {
        try (SegmentReader reader = new SegmentReader(disk, journal, segment)) {
          RecordHeader header = reader.header(checkpoint.offset(), checkpoint.head());
          long end = checkpoint.offset() + header.recordLength();
          extent = new Extent(checkpoint.head(), segment, end);
          revisions = StreamRevisions.of(checkpoint.revisions());
          segment.note(checkpoint.head(), checkpoint.offset());
          return i;
        } catch (IOException e) {
          LOG.warn(
              "The journal's checkpoint does not fit its files, so this start reads all headers"
                  + " instead; nothing needs to be done unless the journal reports damage.",
              e);
        }
      }
    }
    return -1;
  }

  private void scan(Segment segment, Optional<Segment> next) throws IOException {
    try (SegmentReader reader = new SegmentReader(disk, journal, segment)) {
      SegmentScan scan = new SegmentScan(reader, revisions, extent.head(), extent.end());
      if (next.isPresent()) {
        scan.runTo(next.get().first() - 1);
      } else {
        scan.runToEnd();
      }
      extent = new Extent(scan.head(), segment, scan.end());
      unproven = scan.provenEnd();
      if (next.isPresent()
          ? isCutShort(reader, next.get())
          : reader.proves(scan.head() + 1, scan.end())) {
        throw unreadable("entry " + (scan.head() + 1) + " cannot be read", segment, scan.end());
      }
      if (next.isEmpty() && reader.limit() > scan.end()) {
        LOG.info(
            "The process ended while it wrote to {}: {} bytes behind entry {} were never"
                + " acknowledged and are cut off.",
            segment.path(),
            reader.limit() - scan.end(),
            scan.head());
      }
    }
  }

  private boolean isCutShort(SegmentReader reader, Segment next) {
    return extent.head() != next.first() - 1 || extent.end() != reader.limit();
  }

  private void requireHead(long head) throws Damage {
    if (extent.head() != head) {
      throw new Damage(
          "The journal is damaged: it ends at entry "
              + extent.head()
              + " in "
              + (extent.active() == null ? "no file" : extent.active().path())
              + ", although entry "
              + head
              + " was durable once. Nothing is appended, so that nothing is overwritten. Restore"
              + " the latest backup.");
    }
  }

  private static Damage unreadable(String what, Segment segment, long offset) {
    return new Damage(
        "The journal is damaged: in "
            + segment.path()
            + " at byte "
            + offset
            + ", "
            + what
            + ". What comes before can be read; nothing is appended, so that nothing is"
            + " overwritten. Check the disk, then restore the latest backup.");
  }
}
