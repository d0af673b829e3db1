package io.svara.journal.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * A file of this machine that an interrupt does not close: {@link FileChannel} closes itself when
 * the thread in it is interrupted, so it is opened again and the call repeated; the interrupt is
 * handed on when the call is done. One thread uses it at a time.
 */
final class LocalFile implements DiskFile {
  private final Path path;
  private final OpenOption[] options;
  private FileChannel channel;

  LocalFile(Path path, OpenOption... options) throws IOException {
    this.path = path;
    this.options = options;
    this.channel = uninterrupted(() -> FileChannel.open(path, options));
  }

  @Override
  public void read(ByteBuffer into, long at) throws IOException {
    int start = into.position();
    uninterrupted(
        () -> {
          into.position(start);
          while (into.hasRemaining() && channel.read(into, at + into.position() - start) >= 0) {}
          return null;
        });
  }

  @Override
  public void write(ByteBuffer from, long at) throws IOException {
    int start = from.position();
    uninterrupted(
        () -> {
          from.position(start);
          while (from.hasRemaining()) {
            if (channel.write(from, at + from.position() - start) <= 0) {
              throw new EOFException("The disk took no byte of " + path + ".");
            }
          }
          return null;
        });
  }

  @Override
  public void force() throws IOException {
    uninterrupted(
        () -> {
          channel.force(false);
          return null;
        });
  }

  @Override
  public void truncate(long size) throws IOException {
    uninterrupted(() -> channel.truncate(size));
  }

  @Override
  public long size() throws IOException {
    return uninterrupted(() -> channel.size());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  private <T> T uninterrupted(Call<T> call) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return call.run();
        } catch (ClosedByInterruptException e) {
          interrupted = true;
          Thread.interrupted();
          channel = FileChannel.open(path, options);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
