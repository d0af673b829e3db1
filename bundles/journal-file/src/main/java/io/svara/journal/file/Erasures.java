package io.svara.journal.file;

import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Destroys payloads: first the ledger says so, then each segment that holds one is written anew
 * without it and put in the old one's place. A crash in between is made good at the next start.
 */
final class Erasures {
  private final Disk disk;
  private final Segments segments;
  private final Ledger ledger;
  private final ErasureMark mark;
  private boolean behind;

  Erasures(Disk disk, Segments segments, Ledger ledger) {
    this.disk = disk;
    this.segments = segments;
    this.ledger = ledger;
    this.mark = new ErasureMark(disk, segments.folder(), segments.journal());
  }

  /**
   * Destroys the payloads of these positions. The active segment must not be among those that hold
   * them, so the writer is asked to end it first.
   *
   * @return how many were destroyed now
   */
  synchronized int destroy(Collection<Long> positions, String reason, Writer writer) {
    try {
      List<RecordHeader> kept = stillKept(positions);
      if (kept.isEmpty()) {
        return 0;
      }
      if (lastOf(kept) >= segments.extent().active().first()) {
        writer.roll();
      }
      boolean wasBehind = behind;
      behind = true;
      ledger.append(
          kept.stream().map(h -> Erasure.Entry.of(segments.journal(), h)).toList(), reason);
      rewrite(kept.stream().map(RecordHeader::position).toList());
      behind = wasBehind;
      if (!behind) {
        mark.write(ledger.read());
      }
      return kept.size();
    } catch (IOException e) {
      throw new JournalUnavailable(
          "Not all payloads could be destroyed: "
              + Trouble.reason(e)
              + ". Ask for it again when this is mended; what the ledger "
              + ledger.file()
              + " names already is destroyed at the next start at the latest.",
          e);
    }
  }

  /** Does what the ledger says and was not done: after a crash, or in a copy of older files. */
  synchronized void complete() throws IOException {
    removeLeftovers();
    ledger.register(segments.journal());
    LedgerContent content = ledger.read();
    if (!mark.covers(content)) {
      List<Long> unfinished = new ArrayList<>();
      for (Erasure.Entry erasure : content.entriesOf(segments.journal())) {
        stillKept(List.of(erasure.position())).stream()
            .filter(header -> Erasure.Entry.of(segments.journal(), header).equals(erasure))
            .forEach(header -> unfinished.add(header.position()));
      }
      rewrite(unfinished);
      mark.write(content);
    }
  }

  private static long lastOf(List<RecordHeader> headers) {
    return headers.get(headers.size() - 1).position();
  }

  /** In order, and only those that exist and have a payload. */
  private List<RecordHeader> stillKept(Collection<Long> positions) throws IOException {
    Extent now = segments.extent();
    List<RecordHeader> kept = new ArrayList<>();
    for (long position : new TreeSet<>(positions)) {
      if (position >= 1 && position <= now.head()) {
        try (SegmentReader reader = segments.open(segments.holding(position), now)) {
          long offset = reader.find(position);
          RecordHeader header = reader.header(offset, position);
          if (!reader.isDestroyed(header, offset)) {
            kept.add(header);
          }
        }
      }
    }
    return kept;
  }

  private void rewrite(List<Long> positions) throws IOException {
    removeLeftovers();
    TreeMap<Segment, Set<Long>> bySegment =
        new TreeMap<>((a, b) -> Long.compare(a.first(), b.first()));
    for (long position : positions) {
      bySegment.computeIfAbsent(segments.holding(position), s -> new TreeSet<>()).add(position);
    }
    for (var entry : bySegment.entrySet()) {
      Segment segment = entry.getKey();
      RedactedCopy.write(
          disk, segments.journal(), segment, RedactedCopy.beside(segment), entry.getValue());
      disk.rename(RedactedCopy.beside(segment), segment.path());
      disk.forceNames(segments.folder());
    }
  }

  /** A copy that was left unfinished has payloads in it that may be destroyed by now. */
  private void removeLeftovers() throws IOException {
    for (String name : disk.list(segments.folder())) {
      if (name.endsWith(RedactedCopy.SUFFIX)) {
        disk.delete(segments.folder().resolve(name));
      }
    }
  }
}
