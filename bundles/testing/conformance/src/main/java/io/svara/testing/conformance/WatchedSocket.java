package io.svara.testing.conformance;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A connection that ends when nothing came for too long, as the host ends a call that waits too
 * long. What the connector sets as its own limit holds as well. For one thread.
 */
final class WatchedSocket extends Socket {
  private static final int SLICE = 20;

  private final Duration patience;
  private int limit;
  private long silent;

  WatchedSocket(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void setSoTimeout(int milliseconds) {
    limit = milliseconds;
  }

  @Override
  public int getSoTimeout() {
    return limit;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Watched(super.getInputStream());
  }

  private void slice() throws SocketException {
    super.setSoTimeout(SLICE);
  }

  private final class Watched extends FilterInputStream {
    private Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      slice();
      long begun = System.nanoTime();
      while (true) {
        try {
          int read = super.read(into, offset, length);
          silent = 0;
          return read;
        } catch (SocketTimeoutException none) {
          long waited = System.nanoTime() - begun;
          if (silent + waited >= patience.toNanos()) {
            WatchedSocket.this.close();
            throw new SocketException("The host gave up on this call and closed its connection.");
          }
          if (limit > 0 && waited >= limit * 1_000_000L) {
            silent += waited;
            throw none;
          }
        }
      }
    }
  }
}
