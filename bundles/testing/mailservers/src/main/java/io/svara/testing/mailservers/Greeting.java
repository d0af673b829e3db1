package io.svara.testing.mailservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How it is known that a server answers. */
final class Greeting {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Greeting() {}

  /**
   * Waits until the port greets with those words.
   *
   * @throws IllegalStateException when the server ended, or does not within 20 seconds
   */
  static void await(int port, String words, Supervised server) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!greets(port, words)) {
      if (!server.isRunning() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "Port " + port + " does not answer " + words + "within " + LIMIT);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the server answered", interrupted);
    }
  }

  private static boolean greets(int port, String words) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      byte[] said = socket.getInputStream().readNBytes(words.length());
      return new String(said, StandardCharsets.US_ASCII).equals(words);
    } catch (IOException notYet) {
      return false;
    }
  }
}
