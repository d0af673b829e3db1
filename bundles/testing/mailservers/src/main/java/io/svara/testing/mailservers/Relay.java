package io.svara.testing.mailservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One port of the network between a program and a server, which can fail. For any thread. */
final class Relay implements AutoCloseable {
  private enum Line {
    OPEN,
    SILENT,
    CUT
  }

  private final ServerSocket entrance;
  private final int to;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private Line line = Line.OPEN;

  private Relay(ServerSocket entrance, int to) {
    this.entrance = entrance;
    this.to = to;
  }

  static Relay to(int port) throws IOException {
    Relay relay = new Relay(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
    daemon("relay", relay::accept);
    return relay;
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** The port of the server itself, which is always there. */
  int behind() {
    return to;
  }

  /** Nothing is carried any more and nobody is told, as if a cable were pulled. */
  synchronized void silence() {
    line = Line.SILENT;
  }

  /** All connections end with a reset, and so does each new one at once. */
  void cut() {
    synchronized (this) {
      line = Line.CUT;
      notifyAll();
    }
    reset();
  }

  /** Carries again. What was silent goes on where it was. */
  synchronized void restore() {
    line = Line.OPEN;
    notifyAll();
  }

  /** All connections that are there end with a reset; new ones are carried. */
  void reset() {
    ends.forEach(Relay::abort);
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket caller = entrance.accept();
        daemon("relay", () -> connect(caller));
      } catch (IOException closed) {
        // Only the entrance fails here: the relay was closed.
      }
    }
  }

  private void connect(Socket caller) {
    Socket called = new Socket();
    ends.add(caller);
    ends.add(called);
    try {
      awaitOpen();
      called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
      Thread back = daemon("relay back", () -> carry(called, caller));
      carry(caller, called);
      back.join();
      caller.close();
      called.close();
    } catch (IOException notReached) {
      abort(caller);
      abort(called);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } finally {
      ends.remove(caller);
      ends.remove(called);
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[16_384];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        awaitOpen();
        out.write(piece, 0, read);
      }
      awaitOpen();
      to.shutdownOutput();
    } catch (IOException broken) {
      abort(from);
      abort(to);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitOpen() throws IOException, InterruptedException {
    while (line == Line.SILENT) {
      wait();
    }
    if (line == Line.CUT) {
      throw new IOException("cut");
    }
  }

  private static void abort(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
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
