package io.svara.journal.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the headers of one segment in order and tells what in it is whole. Each header names the
 * head that was durable when it was written, so it proves all entries up to there; what comes after
 * the last proof is looked at with its payloads.
 */
final class SegmentScan {
  private record Found(RecordHeader header, long offset) {
    long end() {
      return offset + header.recordLength();
    }
  }

  private final SegmentReader reader;
  private final StreamRevisions revisions;
  private final Deque<Found> unproven = new ArrayDeque<>();
  private long head;
  private long end;
  private long provenEnd;

  /**
   * @param head the position before the one at the offset
   * @param offset where to begin
   */
  SegmentScan(SegmentReader reader, StreamRevisions revisions, long head, long offset) {
    this.reader = reader;
    this.revisions = revisions;
    this.head = head;
    this.end = offset;
    this.provenEnd = offset == SegmentHeader.LENGTH ? 0 : offset;
  }

  /** Position of the last entry of the last whole batch. */
  long head() {
    return head;
  }

  /** Offset behind it. */
  long end() {
    return end;
  }

  /** Offset from which on nothing proves that the bytes were ever forced. */
  long provenEnd() {
    return provenEnd;
  }

  /** Reads a segment that another one follows: all up to this position was durable. */
  void runTo(long last) throws IOException {
    readHeaders(last);
    prove(last);
  }

  /** Reads the last segment, whose end may be torn. */
  void runToEnd() throws IOException {
    readHeaders(Long.MAX_VALUE);
    List<Found> batch = new ArrayList<>();
    for (Found found : unproven) {
      if (!isSound(found)) {
        return;
      }
      batch.add(found);
      if (found.header().remaining() == 0) {
        batch.forEach(this::take);
        batch.clear();
      }
    }
  }

  private void readHeaders(long last) throws IOException {
    long offset = end;
    for (long position = head + 1; position <= last; position++) {
      Optional<RecordHeader> header = reader.header(offset);
      if (header.isEmpty() || header.get().position() != position) {
        return;
      }
      Found found = new Found(header.get(), offset);
      reader.note(position, offset);
      prove(header.get().durable());
      unproven.add(found);
      offset = found.end();
    }
  }

  private void prove(long durable) {
    while (!unproven.isEmpty() && unproven.element().header().position() <= durable) {
      take(unproven.remove());
      provenEnd = end;
    }
  }

  private void take(Found found) {
    RecordHeader header = found.header();
    revisions.put(StreamRevisions.hash(header.stream()), header.revision());
    head = header.position();
    end = found.end();
  }

  private boolean isSound(Found found) throws IOException {
    try {
      reader.payload(found.header(), found.offset());
      return true;
    } catch (Damage e) {
      return false;
    }
  }
}
