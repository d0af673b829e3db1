package io.svara.host.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A body read to its end, by a deadline. */
final class Body extends InputStream {
  private final BodyStream stream;
  private final long deadline;
  private ByteBuffer piece = ByteBuffer.allocate(0);

  Body(BodyStream stream, Duration time) {
    this.stream = stream;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /** All of it. */
  byte[] whole(int limit) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int count = read(part); count >= 0; count = read(part)) {
      if (all.size() + count > limit) {
        throw new IOException("it is longer than " + limit + " bytes");
      }
      all.write(part, 0, count);
    }
    return all.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!piece.hasRemaining() && !refill()) {
      return -1;
    }
    int count = Math.min(length, piece.remaining());
    piece.get(into, offset, count);
    return count;
  }

  private boolean refill() throws IOException {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      var next = stream.next(Duration.ofNanos(left));
      next.ifPresent(more -> piece = more);
      return next.isPresent();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading it was interrupted");
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}
