package io.svara.journal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** Copies a segment byte for byte, except for payloads that are to be destroyed. */
final class RedactedCopy {
  static final String SUFFIX = ".redacting";
  private static final int PART = 256 << 10;

  private RedactedCopy() {}

  /** Where the copy is made before it takes the segment's place. */
  static Path beside(Segment segment) {
    return segment.path().resolveSibling(segment.path().getFileName() + SUFFIX);
  }

  /** Writes the copy and forces it, but not its name. */
  static void write(Disk disk, UUID journal, Segment from, Path to, Set<Long> destroy)
      throws IOException {
    try (SegmentReader reader = new SegmentReader(disk, journal, from);
        DiskFile out = disk.create(to)) {
      long copied = 0;
      for (long position : destroy) {
        long offset = reader.find(position);
        RecordHeader header = reader.header(offset, position);
        long payload = offset + header.length();
        copy(reader, out, copied, payload);
        copied = offset + header.recordLength();
        destroyed(out, payload, copied);
      }
      copy(reader, out, copied, reader.limit());
      out.force();
    }
  }

  private static void copy(SegmentReader reader, DiskFile out, long from, long to)
      throws IOException {
    for (long at = from; at < to; at += PART) {
      out.write(reader.bytes(at, (int) Math.min(PART, to - at)), at);
    }
  }

  private static void destroyed(DiskFile out, long from, long to) throws IOException {
    out.write(ByteBuffer.wrap(new byte[] {Payload.DESTROYED}), from);
    for (long at = from + 1; at < to; at += PART) {
      out.write(ByteBuffer.allocate((int) Math.min(PART, to - at)), at);
    }
  }
}
