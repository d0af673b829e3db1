package io.svara.journal.file;

import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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

  /** A redaction failed halfway: the ledger names more than was destroyed. */
  private boolean behind;

  private volatile long carriedOut;

  Erasures(Disk disk, Segments segments, Ledger ledger) throws IOException {
    this.disk = disk;
    this.segments = segments;
    this.ledger = ledger;
    this.mark = new ErasureMark(disk, segments.folder(), segments.journal());
    this.carriedOut = mark.count();
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
      if (kept.isEmpty() && !behind) {
        return 0;
      }
      if (!kept.isEmpty() && lastOf(kept) >= segments.extent().active().first()) {
        writer.roll();
      }
      boolean wasBehind = behind;
      behind = true;
      enter(kept, reason);
      LedgerContent content = ledger.read();
      // After a failure the rest of the older redactions as well: the mark speaks of all of them.
      rewrite(wasBehind ? unfinished(content) : positions(kept));
      settled(content);
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

  /** Each once, also when a redaction that failed halfway is asked for again. */
  private void enter(List<RecordHeader> kept, String reason) throws IOException {
    List<Erasure.Entry> entries =
        new ArrayList<>(kept.stream().map(h -> Erasure.Entry.of(segments.journal(), h)).toList());
    entries.removeAll(new HashSet<>(ledger.read().entriesOf(segments.journal())));
    if (!entries.isEmpty()) {
      ledger.append(entries, reason);
    }
  }

  /** Does what the ledger says and was not done: after a crash, or in a copy of older files. */
  synchronized void complete() throws IOException {
    removeLeftovers();
    ledger.register(segments.journal());
    LedgerContent content = ledger.read();
    if (!mark.covers(content)) {
      rewrite(unfinished(content));
    }
    settled(content);
  }

  /** How many payloads were destroyed in this journal: all that the ledger names, once it is so. */
  long carriedOut() {
    return carriedOut;
  }

  private void settled(LedgerContent content) throws IOException {
    if (!mark.covers(content)) {
      mark.write(content);
    }
    carriedOut = content.entriesOf(segments.journal()).size();
    behind = false;
  }

  private List<Long> unfinished(LedgerContent content) throws IOException {
    List<Long> unfinished = new ArrayList<>();
    for (Erasure.Entry erasure : content.entriesOf(segments.journal())) {
      stillKept(List.of(erasure.position())).stream()
          .filter(header -> Erasure.Entry.of(segments.journal(), header).equals(erasure))
          .forEach(header -> unfinished.add(header.position()));
    }
    return unfinished;
  }

  private static List<Long> positions(List<RecordHeader> headers) {
    return headers.stream().map(RecordHeader::position).toList();
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
