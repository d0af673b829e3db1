package io.svara.channel.email.net;

import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The host's connections for a limited time: when it is over they are closed, whatever is being
 * waited for.
 */
public final class BriefSockets implements Sockets, AutoCloseable {
  private final Sockets sockets;
  private final long end;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> over;

  /** Its time begins now. */
  public BriefSockets(Sockets sockets, Duration time) {
    this.sockets = sockets;
    this.end = System.nanoTime() + time.toNanos();
    this.over =
        CompletableFuture.runAsync(
            this::hangUp,
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public Socket connect(String host, int port, Duration timeout) throws Http.NotSent {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.toMillis() < 1) {
      throw new Http.NotSent(host + ":" + port + " was not asked: the time for it is over.");
    }
    Socket socket = sockets.connect(host, port, left.compareTo(timeout) < 0 ? left : timeout);
    open.add(socket);
    if (System.nanoTime() - end >= 0) {
      hangUp();
    }
    return socket;
  }

  private void hangUp() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is not used again either way.
      }
    }
  }

  @Override
  public void close() {
    over.cancel(false);
  }
}
