package io.svara.gateway.rest;

import io.svara.gateway.problem.Stopped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body that ends with a problem when it is too large or comes too slowly. */
final class LimitedBody extends FilterInputStream {
  private final long deadline;
  private final Ends ends;
  private long left;

  /** The problems to end with. */
  record Ends(Supplier<Stopped> tooLarge, Supplier<Stopped> tooSlow) {}

  /**
   * @param deadline by {@link System#nanoTime}; looked at after each read, however little came
   */
  LimitedBody(InputStream in, long most, long deadline, Ends ends) {
    super(in);
    this.left = most;
    this.deadline = deadline;
    this.ends = ends;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw ends.tooLarge().get();
    }
    if (System.nanoTime() - deadline > 0) {
      throw ends.tooSlow().get();
    }
  }
}
