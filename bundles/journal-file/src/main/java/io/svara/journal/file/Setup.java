package io.svara.journal.file;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What a journal runs on.
 *
 * @param clock for the times in entries; it may jump
 * @param nanos for waiting; it may not
 * @param segmentBytes from which size on a segment is followed by the next
 */
record Setup(Disk disk, Path folder, Clock clock, LongSupplier nanos, long segmentBytes) {
  private static final long SEGMENT_BYTES = 64L << 20;
  private static final long BUFFER_BYTES = 1L << 20;

  /** How much the writer keeps in memory before it writes, and must be free on the disk. */
  int bufferBytes() {
    return (int) Math.min(BUFFER_BYTES, segmentBytes);
  }

  static Setup of(Path folder) {
    return new Setup(new LocalDisk(), folder, Clock.systemUTC(), System::nanoTime, SEGMENT_BYTES);
  }
}
