package io.svara.journal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The bytes of a blob, checked as they are read: who reads to the end knows that they are what was
 * put. One thread uses it.
 */
final class BlobStream extends InputStream {
  static final int TRAILER = 16;
  private static final int MAGIC = 0x53564231; // SVB1

  private final Path path;
  private final DiskFile file;
  private final long length;
  private final int expected;
  private final CRC32C crc = new CRC32C();
  private long at;

  BlobStream(Disk disk, Path path) throws IOException {
    this.path = path;
    this.file = disk.read(path);
    try {
      ByteBuffer trailer = ByteBuffer.allocate(TRAILER);
      file.read(trailer, Math.max(0, file.size() - TRAILER));
      trailer.flip();
      if (trailer.remaining() < TRAILER
          || trailer.getInt(12) != MAGIC
          || trailer.getLong(0) != file.size() - TRAILER) {
        throw damaged("is not whole");
      }
      this.length = trailer.getLong(0);
      this.expected = trailer.getInt(8);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** What a file of these bytes ends with. */
  static ByteBuffer trailer(long length, CRC32C crc) {
    return ByteBuffer.allocate(TRAILER)
        .putLong(length)
        .putInt((int) crc.getValue())
        .putInt(MAGIC)
        .flip();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (at == length) {
      if ((int) crc.getValue() != expected) {
        throw damaged("does not match its checksum");
      }
      return -1;
    }
    int count = (int) Math.min(most, length - at);
    ByteBuffer part = ByteBuffer.wrap(into, offset, count);
    file.read(part, at);
    if (part.hasRemaining()) {
      throw damaged("ends too early");
    }
    crc.update(into, offset, count);
    at += count;
    return count;
  }

  private Damage damaged(String what) {
    return new Damage(
        "The blob " + path + " " + what + ". Check the disk, then restore the latest backup.");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
