package io.svara.journal.file;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;

/** CRC-32C, which finds what a disk or a torn write has done to bytes. */
final class Checksum {
  private Checksum() {}

  static int of(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  static int of(UUID seed, ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    ByteBuffer seedBytes = ByteBuffer.allocate(16);
    seedBytes.putLong(seed.getMostSignificantBits()).putLong(seed.getLeastSignificantBits());
    crc.update(seedBytes.flip());
    crc.update(bytes);
    return (int) crc.getValue();
  }

  static int of(byte[]... parts) {
    CRC32C crc = new CRC32C();
    for (byte[] part : parts) {
      crc.update(part);
    }
    return (int) crc.getValue();
  }
}
