package io.svara.it.kit;

import static org.awaitility.Awaitility.await;

import io.svara.assembly.Isolation;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  static CutOff reach(Distribution svara, Isolation isolation, Path folder) throws IOException {
    Path socket = folder.resolve("s");
    Process within =
        switch (isolation) {
          case NAMESPACE ->
              relay(
                  socket,
                  svara,
                  "nsenter",
                  "--preserve-credentials",
                  "--user",
                  "--net",
                  "--target",
                  String.valueOf(svara.pid()));
          case BLACK_HOLE -> relay(socket, svara, "env");
        };
    await().atMost(SOON).until(() -> Files.exists(socket));
    return new CutOff(within, Relay.between(Relay.loopback(0), UnixDomainSocketAddress.of(socket)));
  }

  private static Process relay(Path socket, Distribution svara, String... through)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(through));
    command.addAll(
        List.of(
            JavaHomes.current().resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Relay.class.getName(),
            socket.toString(),
            String.valueOf(svara.port())));
    return new ProcessBuilder(command)
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
