package io.svara.journal.file;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a journal runs on.
 *
 * @param segmentBytes from which size on a segment is followed by the next
 */
record Setup(Disk disk, Path folder, Clock clock, long segmentBytes) {
  private static final long SEGMENT_BYTES = 64L << 20;

  static Setup of(Path folder) {
    return new Setup(new LocalDisk(), folder, Clock.systemUTC(), SEGMENT_BYTES);
  }
}
