package io.svara.engine.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it. */
final class Counting extends FilterInputStream {
  private final long limit;
  private long count;

  Counting(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  long count() {
    return count;
  }

  boolean isTooLong() {
    return count > limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count += one >= 0 ? 1 : 0;
    return one;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    int read = super.read(into, at, most);
    count += Math.max(0, read);
    return read;
  }
}
