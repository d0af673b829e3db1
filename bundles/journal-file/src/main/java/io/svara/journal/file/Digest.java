package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a backup holds, in hexadecimal. */
final class Digest {
  private static final int PART = 256 << 10;

  private Digest() {}

  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
  }

  static String of(Disk disk, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (DiskFile in = disk.read(file)) {
      forEachPart(in, in.size(), (part, at) -> digest.update(part));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Copies the first so many bytes to a new file, forces it, and answers their digest. */
  static String ofCopy(Disk disk, Path from, Path to, long size) throws IOException {
    MessageDigest digest = sha256();
    try (DiskFile in = disk.read(from);
        DiskFile out = disk.create(to)) {
      forEachPart(
          in,
          size,
          (part, at) -> {
            digest.update(part.duplicate());
            out.write(part, at);
          });
      out.force();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private interface Sink {
    void take(ByteBuffer part, long at) throws IOException;
  }

  private static void forEachPart(DiskFile in, long size, Sink sink) throws IOException {
    for (long at = 0; at < size; at += PART) {
      ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, size - at));
      in.read(part, at);
      if (part.hasRemaining()) {
        throw new Damage("A file became shorter while it was read; check the disk.");
      }
      sink.take(part.flip(), at);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every one must.", e);
    }
  }
}
