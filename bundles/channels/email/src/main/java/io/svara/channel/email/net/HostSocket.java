package io.svara.channel.email.net;

import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * The host's connection, as the mail library takes one. It knows its server itself, notices within
 * {@link #SLICE} that its thread was interrupted, and can wait for a byte without taking it. For
 * one thread.
 */
public final class HostSocket extends Socket {
  private static final Duration CONNECTING = Duration.ofSeconds(15);
  private static final int SHAKING_HANDS = 15_000;
  private static final int SLICE = 250;

  private final Sockets sockets;
  private final Server server;
  private final Tls tls;
  private final Patient input = new Patient();
  private Socket current;
  private int patience;

  HostSocket(Sockets sockets, Server server, Tls tls) {
    this.sockets = sockets;
    this.server = server;
    this.tls = tls;
  }

  @Override
  public void connect(SocketAddress ignored) throws IOException {
    connect(ignored, 0);
  }

  /** To the server, wherever the library believes that to be. */
  @Override
  public void connect(SocketAddress ignored, int timeout) throws IOException {
    try {
      current = sockets.connect(server.host(), server.port(), CONNECTING);
    } catch (Http.NotSent away) {
      throw new NotReached(away.getMessage());
    }
    if (server.secure() == Server.Secure.AT_ONCE) {
      secure();
    }
    current.setSoTimeout(SLICE);
  }

  /** From now on by TLS. */
  HostSocket secure() throws IOException {
    Socket plain = live();
    plain.setSoTimeout(SHAKING_HANDS);
    current = tls.over(plain, server.host(), server.port());
    current.setSoTimeout(SLICE);
    return this;
  }

  /**
   * Waits until something can be read, or the other side is gone; false when the time is over.
   *
   * @throws InterruptedIOException when the thread was interrupted, which it then still is
   */
  public boolean awaits(Duration time) throws IOException {
    return input.await(System.nanoTime() + time.toNanos());
  }

  /** Whether it is encrypted. */
  public boolean isSafe() {
    return current instanceof SSLSocket;
  }

  private Socket live() throws SocketException {
    if (current == null) {
      throw new SocketException("Not connected to " + server + ".");
    }
    return current;
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return live().getOutputStream();
  }

  /** How long a read may last; the waiting itself is done in slices. */
  @Override
  public void setSoTimeout(int milliseconds) {
    patience = milliseconds;
  }

  @Override
  public int getSoTimeout() {
    return patience;
  }

  @Override
  public boolean isConnected() {
    return current != null;
  }

  @Override
  public boolean isClosed() {
    return current != null && current.isClosed();
  }

  @Override
  public int getPort() {
    return server.port();
  }

  @Override
  public InetAddress getInetAddress() {
    return current == null ? null : current.getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return current == null ? null : current.getLocalAddress();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }

  @Override
  public String toString() {
    return server.toString();
  }

  private final class Patient extends InputStream {
    private static final int NONE = -2;

    /** Read and not yet given out; -1 is the end. */
    private int ahead = NONE;

    boolean await(long end) throws IOException {
      byte[] one = new byte[1];
      while (ahead == NONE) {
        try {
          ahead = live().getInputStream().read(one) < 0 ? -1 : one[0] & 0xff;
        } catch (SocketTimeoutException slice) {
          requireUndisturbed();
          if (System.nanoTime() - end >= 0) {
            return false;
          }
        }
      }
      return true;
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
      if (ahead == -1) {
        return -1;
      }
      if (ahead >= 0) {
        into[offset] = (byte) ahead;
        ahead = NONE;
        return 1;
      }
      long begun = System.nanoTime();
      while (true) {
        try {
          return live().getInputStream().read(into, offset, length);
        } catch (SocketTimeoutException slice) {
          requireUndisturbed();
          if (patience > 0 && System.nanoTime() - begun >= patience * 1_000_000L) {
            throw new SocketTimeoutException(
                server + " said nothing for " + patience / 1_000 + " s.");
          }
        }
      }
    }

    @Override
    public int available() throws IOException {
      return ahead >= 0 ? 1 : current == null ? 0 : current.getInputStream().available();
    }

    private void requireUndisturbed() throws InterruptedIOException {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("The lease was taken away.");
      }
    }
  }
}
