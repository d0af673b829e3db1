package io.svara.it.kit;

import static org.awaitility.Awaitility.await;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The way to a distribution that runs in a network namespace of its own. */
final class CutOff implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Process within;
  private final Relay outside;

  private CutOff(Process within, Relay outside) {
    this.within = within;
    this.outside = outside;
  }

  /**
   * To a running distribution.
   *
   * @param folder where the socket goes; its path must be short
   */
  static CutOff reach(Distribution svara, Path folder) throws IOException {
    Path socket = folder.resolve("s");
    Process within = relay(socket, svara);
    try {
      await().atMost(SOON).until(() -> Files.exists(socket) || !within.isAlive());
      return new CutOff(
          within, Relay.between(Relay.loopback(0), UnixDomainSocketAddress.of(socket)));
    } catch (IOException | RuntimeException notReached) {
      within.destroy();
      throw notReached;
    }
  }

  private static Process relay(Path socket, Distribution svara) throws IOException {
    return new ProcessBuilder(
            "nsenter",
            "--preserve-credentials",
            "--user",
            "--net",
            "--target",
            String.valueOf(svara.pid()),
            JavaHomes.current().resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Relay.class.getName(),
            socket.toString(),
            String.valueOf(svara.port()))
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  URI uri(String path) {
    try {
      return URI.create("http://127.0.0.1:" + outside.port() + path);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void close() throws IOException {
    outside.close();
    within.destroy();
  }
}
