package io.svara.host.http;

import io.svara.api.channel.Http.NotSent;
import io.svara.api.channel.Sockets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Connections as one call of a connector gets them: to granted hosts, and until the call ends. */
public final class GrantedSockets implements Sockets, AutoCloseable {
  private final Grants grants;
  private final Duration longest;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /**
   * @param longest that a connection may take to stand
   */
  public GrantedSockets(Grants grants, Duration longest) {
    this.grants = grants;
    this.longest = longest;
  }

  @Override
  public Socket connect(String host, int port, Duration timeout) throws NotSent {
    if (over) {
      throw new NotSent("The call of " + grants.asker() + " is over; nothing was connected.");
    }
    grants.check(host, port);
    Duration patience = timeout.compareTo(longest) < 0 ? timeout : longest;
    Socket socket = new Socket();
    open.add(socket);
    try {
      socket.connect(
          new InetSocketAddress(host, port), Math.toIntExact(Math.max(1, patience.toMillis())));
    } catch (SocketTimeoutException late) {
      throw failed(socket, host, port, "did not answer within " + patience.toMillis() + " ms");
    } catch (ConnectException refused) {
      throw failed(socket, host, port, "refused the connection: nothing listens at that port");
    } catch (IOException broken) {
      throw failed(socket, host, port, "could not be connected to: " + broken.getMessage());
    }
    if (over) {
      close(socket);
    }
    open.removeIf(Socket::isClosed);
    return socket;
  }

  private NotSent failed(Socket socket, String host, int port, String why) {
    close(socket);
    open.remove(socket);
    return new NotSent(host + ":" + port + " " + why + ".");
  }

  /** Ends what is still open; from now on nothing is connected. */
  @Override
  public void close() {
    over = true;
    open.forEach(GrantedSockets::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // It is not used again either way.
    }
  }
}
