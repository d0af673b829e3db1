package io.svara.testing.demonstration;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.demo.DemoCustomers;
import io.svara.testing.platforms.demo.DemoPace;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.FacebookSettings;
import io.svara.testing.platforms.facebook.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** Svara on this terminal with a fake page that customers write to, until Ctrl-C. */
public final class Demonstration {
  private static final int CONSOLE = 8181;
  private static final int PLATFORM = 8182;
  private static final String ENDPOINT = "facebook";
  private static final String PAGE_ID = "100200300400500";
  private static final long CROWD = 1;
  private static final Duration BETWEEN_HANDSHAKES = Duration.ofSeconds(1);

  private Demonstration() {}

  /** Takes the assembly and the folder for the copy. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted: the assembly's folder, the copy's folder.");
    }
    // Without it each answer on a kept-alive connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    String appSecret = random();
    String verifyToken = random();
    String accessToken = random();
    FacebookSettings settings =
        FacebookSettings.of(appSecret, verifyToken)
            .onPort(free(PLATFORM))
            .withSeed(System.currentTimeMillis());
    try (FacebookPlatform platform = FacebookPlatform.start(settings);
        Distribution svara = Distribution.copy(Path.of(arguments[0]), Path.of(arguments[1]))) {
      Page page = platform.page(PAGE_ID, "Lumavik Tele", accessToken);
      svara
          .onPort(free(CONSOLE))
          .onThisTerminal()
          .configure(
              "io.svara.endpoint-" + ENDPOINT,
              Map.of("channel", "facebook", "appSecret", appSecret, "verifyToken", verifyToken))
          .configure(
              "io.svara.account-lumavik",
              Map.of(
                  "channel", "facebook",
                  "endpoint", ENDPOINT,
                  "pageId", PAGE_ID,
                  "accessToken", accessToken,
                  "apiBase", platform.baseUrl().toString()))
          .start();
      awaitHandshake(platform, svara.uri("/hooks/" + ENDPOINT), svara);
      try (DemoCustomers customers =
          DemoCustomers.start(platform, page, DemoPace.lively(), CROWD)) {
        svara.awaitEnd();
      }
    }
  }

  private static void awaitHandshake(FacebookPlatform platform, URI callback, Distribution svara)
      throws InterruptedException {
    while (svara.isRunning() && !platform.subscribe(callback)) {
      Thread.sleep(BETWEEN_HANDSHAKES.toMillis());
    }
  }

  /** The port, or another when somebody has it already. */
  private static int free(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
