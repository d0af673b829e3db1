package io.svara.testing.mailservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The network between programs and the servers: every port of the servers is reached through a
 * relay, and what is done here befalls all of them. For any thread.
 */
public final class Network implements AutoCloseable {
  private final Map<Port, Relay> relays = new EnumMap<>(Port.class);

  private Network() {}

  static Network open() throws IOException {
    Network network = new Network();
    // All are held until all are known, so that none is given twice.
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : Port.values()) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        network.relays.put(port, Relay.to(held.get(held.size() - 1).getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return network;
  }

  /** Where programs connect to, on 127.0.0.1. */
  public int port(Port port) {
    return relays.get(port).port();
  }

  /** The server's own port, which no trouble of this network befalls. */
  public int behind(Port port) {
    return relays.get(port).behind();
  }

  /** Nothing is carried any more and nobody is told, as if a cable were pulled. */
  public void silence() {
    relays.values().forEach(Relay::silence);
  }

  /** All connections end with a reset, and so does each new one at once. */
  public void cut() {
    relays.values().forEach(Relay::cut);
  }

  /** All connections end with a reset; new ones are carried. */
  public void reset() {
    relays.values().forEach(Relay::reset);
  }

  /** Carries again. What was silent goes on where it was. */
  public void restore() {
    relays.values().forEach(Relay::restore);
  }

  @Override
  public void close() throws IOException {
    for (Relay relay : relays.values()) {
      relay.close();
    }
  }
}
