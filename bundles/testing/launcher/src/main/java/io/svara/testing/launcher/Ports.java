package io.svara.testing.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of loopback for what is started here. */
public final class Ports {
  private Ports() {}

  /** The port, or another when somebody has it already. */
  public static int freeFrom(int wanted) throws IOException {
    try {
      return probe(wanted);
    } catch (IOException taken) {
      return probe(0);
    }
  }

  private static int probe(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
