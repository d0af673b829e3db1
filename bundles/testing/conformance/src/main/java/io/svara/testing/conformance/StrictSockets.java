package io.svara.testing.conformance;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Http.NotSent;
import io.svara.api.channel.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Real connections, to the hosts and ports that the account's settings name and to no other. */
final class StrictSockets implements Sockets {
  private static final Map<String, Integer> USUAL =
      Map.of("imap", 143, "imaps", 993, "smtp", 25, "smtps", 465, "submission", 587);

  private final ChannelDescriptor descriptor;
  private final Map<String, String> settings;
  private final Witness witness;
  private final Duration patience;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /**
   * @param patience how long a connector may wait for the next byte
   */
  StrictSockets(
      ChannelDescriptor descriptor,
      Map<String, String> settings,
      Witness witness,
      Duration patience) {
    this.patience = patience;
    this.descriptor = descriptor;
    this.settings = settings;
    this.witness = witness;
  }

  @Override
  public Socket connect(String host, int port, Duration timeout) throws NotSent {
    if (over) {
      witness.afterTheCall.add("its sockets");
      throw new NotSent("The call is over: a host is not to be kept.");
    }
    if (!granted(host, port)) {
      witness.refused.add(host + ":" + port);
      throw new NotSent(host + ":" + port + " is not named by a setting of the account.");
    }
    Socket socket = new WatchedSocket(patience);
    open.add(socket);
    try {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
      return socket;
    } catch (IOException refused) {
      throw new NotSent(host + ":" + port + " could not be connected to: " + refused.getMessage());
    }
  }

  private boolean granted(String host, int port) {
    return descriptor.hostSettings().stream()
        .map(settings::get)
        .filter(Objects::nonNull)
        .map(URI::create)
        .anyMatch(
            uri ->
                host.equals(uri.getHost())
                    && port
                        == (uri.getPort() >= 0
                            ? uri.getPort()
                            : USUAL.getOrDefault(String.valueOf(uri.getScheme()), -1)));
  }

  /** From now on nothing is connected, and what is open is closed. */
  void end() {
    over = true;
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // It is not used again either way.
      }
    }
  }
}
