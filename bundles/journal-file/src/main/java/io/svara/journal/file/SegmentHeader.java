package io.svara.journal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What a segment file begins with.
 *
 * @param journal whose it is
 * @param first the position of its first entry
 */
record SegmentHeader(UUID journal, long first) {
  static final int LENGTH = 40;
  private static final long MAGIC = 0x5356415241534547L; // SVARASEG
  private static final int FORMAT = 1;

  ByteBuffer encode() {
    ByteBuffer out = ByteBuffer.allocate(LENGTH);
    out.putLong(MAGIC).putInt(FORMAT);
    out.putLong(journal.getMostSignificantBits()).putLong(journal.getLeastSignificantBits());
    out.putLong(first);
    return out.putInt(Checksum.of(out.duplicate().flip())).flip();
  }

  /** The header of the file; empty when it does not begin with a sound one. */
  static Optional<SegmentHeader> of(Disk disk, Segment segment) throws IOException {
    try (DiskFile file = disk.read(segment.path())) {
      ByteBuffer in = ByteBuffer.allocate(LENGTH);
      file.read(in, 0);
      return decode(in.flip());
    }
  }

  /** Empty when the buffer does not begin with a sound header. */
  private static Optional<SegmentHeader> decode(ByteBuffer in) {
    if (in.remaining() < LENGTH
        || in.getInt(LENGTH - 4) != Checksum.of(in.duplicate().limit(LENGTH - 4))
        || in.getLong() != MAGIC
        || in.getInt() != FORMAT) {
      return Optional.empty();
    }
    UUID journal = new UUID(in.getLong(), in.getLong());
    return Optional.of(new SegmentHeader(journal, in.getLong()));
  }
}
