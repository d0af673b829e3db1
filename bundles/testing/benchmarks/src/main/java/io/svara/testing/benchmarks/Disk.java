package io.svara.testing.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How often this disk makes one record durable: the limit of anything without group commit. */
final class Disk {
  private static final Duration TIME = Duration.ofSeconds(3);

  private Disk() {}

  /** Appends and forces ({@code fdatasync}) one record after the other; records a second. */
  static double forcedWritesPerSecond(Path folder, int bytes) throws IOException {
    Path file = folder.resolve("forced");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer record = ByteBuffer.allocateDirect(bytes);
      long begun = System.nanoTime();
      long count = 0;
      for (; System.nanoTime() - begun < TIME.toNanos(); count++) {
        channel.write(record.clear());
        channel.force(false);
      }
      return count * 1e9 / (System.nanoTime() - begun);
    } finally {
      Files.delete(file);
    }
  }
}
