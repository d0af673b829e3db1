package io.svara.it.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Carries connections from one address to another. A socket that is a file is reached from every
 * network namespace, so two of these lead into one that is cut off from everything else.
 */
final class Relay implements AutoCloseable {
  private static final int PIECE = 16_384;

  private final ServerSocketChannel entrance;
  private final SocketAddress to;

  private Relay(ServerSocketChannel entrance, SocketAddress to) {
    this.entrance = entrance;
    this.to = to;
  }

  static Relay between(SocketAddress from, SocketAddress to) throws IOException {
    ServerSocketChannel entrance =
        from instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    Relay relay = new Relay(entrance.bind(from), to);
    daemon("relay", relay::accept);
    return relay;
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** From a file, to a port of loopback; until whoever started it closes its end or is gone. */
  public static void main(String[] fileAndPort) throws IOException {
    Relay relay =
        between(
            UnixDomainSocketAddress.of(fileAndPort[0]), loopback(Integer.parseInt(fileAndPort[1])));
    while (System.in.read() >= 0) {
      // Nothing is said; only the end counts.
    }
    relay.close();
  }

  int port() throws IOException {
    return ((InetSocketAddress) entrance.getLocalAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  private void accept() {
    while (entrance.isOpen()) {
      try {
        SocketChannel caller = entrance.accept();
        daemon("relay", () -> connect(caller));
      } catch (IOException closed) {
        // Only the entrance fails here: the relay was closed.
      }
    }
  }

  /** Both ends are closed when both directions have ended, or the other end is not reached. */
  private void connect(SocketChannel caller) {
    try (caller;
        SocketChannel called = SocketChannel.open(to)) {
      Thread back = daemon("relay back", () -> carryBack(called, caller));
      carry(caller, called);
      back.join();
    } catch (IOException notReached) {
      // The caller sees that its connection ends.
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private static void carry(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (from.read(piece) >= 0) {
      piece.flip();
      while (piece.hasRemaining()) {
        to.write(piece);
      }
      piece.clear();
    }
    to.shutdownOutput();
  }

  private static void carryBack(SocketChannel called, SocketChannel caller) {
    try {
      carry(called, caller);
    } catch (IOException broken) {
      end(caller);
    }
  }

  /** Whoever reads from it is woken, and closes the other end too. */
  private static void end(SocketChannel caller) {
    try {
      caller.close();
    } catch (IOException gone) {
      // Then it has ended.
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
