package io.svara.journal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps one segment open for writing, and gets over what a disk does: a segment that failed is cut
 * back to what was acknowledged and never written again. Used by one thread at a time, whoever has
 * the writer's turn.
 */
final class ActiveSegment {
  /** Something that must have succeeded before the first append. */
  interface Prelude {
    void run() throws IOException;
  }

  private final Disk disk;
  private final Path folder;
  private final Segments segments;
  private final Prelude prelude;
  private final Ending ending;
  private final ByteBuffer buffer;
  private final boolean unborn;
  private final long unproven;
  private boolean begun;
  private Tail tail;

  ActiveSegment(Setup setup, Segments segments, Recovered found, Prelude prelude) {
    this.disk = setup.disk();
    this.folder = setup.folder();
    this.segments = segments;
    this.prelude = prelude;
    this.buffer = ByteBuffer.allocateDirect(setup.bufferBytes());
    this.ending = new Ending(setup.disk());
    this.unborn = found.unborn();
    this.unproven = found.unproven();
  }

  /** Empty until {@link #open} succeeds, and after {@link #abandon}. */
  Optional<Tail> tail() {
    return Optional.ofNullable(tail);
  }

  /** Whether {@link #open} has ever succeeded. */
  boolean hasBegun() {
    return begun;
  }

  /** Makes ready to write: where the last process ended, or in a new segment after a failure. */
  void open() throws IOException {
    Extent extent = segments.extent();
    if (begun) {
      settle(extent, extent.end());
      roll();
    } else {
      settle(extent, unproven);
      prelude.run();
      if (extent.active() == null || unborn) {
        roll();
      } else {
        tail = Tail.open(disk, extent.active(), segments.journal(), buffer, extent.end());
      }
      begun = true;
    }
  }

  /** Goes on in a new segment; what was written before must be forced. */
  void roll() throws IOException {
    long head = segments.extent().head();
    Segment next = new Segment(folder, head + 1);
    Tail fresh = Tail.create(disk, next, segments.journal(), buffer);
    close();
    tail = fresh;
    segments.publish(new Extent(head, next, SegmentHeader.LENGTH));
  }

  /** Gives the segment up after a failure; what was not acknowledged is cut off, if it can be. */
  void abandon() throws IOException {
    if (tail != null) {
      close();
      Extent extent = segments.extent();
      settle(extent, extent.end());
    }
  }

  private void settle(Extent extent, long from) throws IOException {
    if (extent.active() != null) {
      ending.settle(extent, from);
    }
  }

  void close() throws IOException {
    Tail open = tail;
    tail = null;
    if (open != null) {
      open.close();
    }
  }
}
