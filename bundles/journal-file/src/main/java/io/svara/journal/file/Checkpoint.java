package io.svara.journal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The streams' revisions at some head, so that a start need not read every header. It may be
 * deleted at any time: the next start is slower, nothing else.
 *
 * @param head everything up to here is in the revisions
 * @param segment position of the first entry of the segment that holds the head
 * @param offset where the head's record begins in it
 * @param revisions pairs of hash and revision, see {@link StreamRevisions#snapshot}
 */
record Checkpoint(UUID journal, long head, long segment, long offset, ByteBuffer revisions) {
  static final String NAME = "checkpoint";
  static final String UNFINISHED = "checkpoint.new";
  private static final long MAGIC = 0x5356415241435031L; // SVARACP1
  private static final int FIXED = 48;

  void write(Disk disk, Path folder) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(FIXED + revisions.remaining() + 4);
    out.putLong(MAGIC);
    out.putLong(journal.getMostSignificantBits()).putLong(journal.getLeastSignificantBits());
    out.putLong(head).putLong(segment).putLong(offset).put(revisions.duplicate());
    out.putInt(Checksum.of(out.duplicate().flip()));
    try (DiskFile file = disk.create(folder.resolve(UNFINISHED))) {
      file.write(out.flip(), 0);
    }
    disk.rename(folder.resolve(UNFINISHED), folder.resolve(NAME));
  }

  /** Empty when there is none, or none that is whole. */
  static Optional<Checkpoint> read(Disk disk, Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    if (!disk.exists(path)) {
      return Optional.empty();
    }
    try (DiskFile file = disk.read(path)) {
      ByteBuffer in = ByteBuffer.allocate((int) file.size());
      file.read(in, 0);
      in.flip();
      int end = in.limit() - 4;
      if (end < FIXED
          || in.getInt(end) != Checksum.of(in.duplicate().limit(end))
          || in.getLong() != MAGIC) {
        return Optional.empty();
      }
      UUID journal = new UUID(in.getLong(), in.getLong());
      return Optional.of(
          new Checkpoint(journal, in.getLong(), in.getLong(), in.getLong(), in.limit(end).slice()));
    }
  }
}
