package io.svara.channel.email;

import io.svara.testing.conformance.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a mailbox's server: it counts who is connected, hangs up, and makes trouble. */
final class Relay implements AutoCloseable {
  private final ServerSocket server;
  private final int behind;
  private final Troubled troubled;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  Relay(int behind, Troubled troubled) {
    this.behind = behind;
    this.troubled = troubled;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return clients.size();
  }

  void hangUp() {
    clients.forEach(Relay::close);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Optional<Trouble> trouble = troubled.next();
        if (trouble.isPresent()) {
          refuse(client, trouble.get());
        } else {
          join(client);
        }
      }
    } catch (IOException closed) {
      // The fake is over.
    }
  }

  private static void refuse(Socket client, Trouble trouble) throws IOException {
    String greeting =
        switch (trouble) {
          case BROKEN, BROKEN_AFTER -> "* BYE Internal error occurred\r\n";
          case NONSENSE -> "HTTP/1.1 502 Bad Gateway\r\n\r\n";
          default -> "";
        };
    client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
    client.close();
  }

  private void join(Socket client) throws IOException {
    Socket inner = new Socket(InetAddress.getLoopbackAddress(), behind);
    clients.add(client);
    start(() -> copy(client, inner));
    start(() -> copy(inner, client));
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[8192];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        out.write(piece, 0, read);
        out.flush();
      }
    } catch (IOException hungUp) {
      // As either side does.
    } finally {
      clients.remove(from);
      clients.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is not used again either way.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException gone) {
      // It is not used again either way.
    }
    hangUp();
  }
}
