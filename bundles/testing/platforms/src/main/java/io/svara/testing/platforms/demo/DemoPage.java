package io.svara.testing.platforms.demo;

import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.FacebookSettings;
import io.svara.testing.platforms.facebook.Page;
import java.net.URI;
import java.time.Duration;

/**
 * The demonstration's platform as a program of its own: a fake Facebook with one page, whose
 * customers begin once the webhook endpoint has answered the handshake. See README.md for the
 * options.
 */
public final class DemoPage {
  private static final Duration BETWEEN_HANDSHAKES = Duration.ofSeconds(1);

  private DemoPage() {}

  public static void main(String[] arguments) throws InterruptedException {
    // Without it each answer on a kept-alive connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    DemoOptions options = DemoOptions.parse(arguments);
    // Ids differ from run to run: a receiver that kept its journal would take the same ids for
    // redeliveries.
    FacebookSettings settings =
        FacebookSettings.of(
                options.text("app-secret", "app-secret"),
                options.text("verify-token", "verify-token"))
            .onPort(options.number("port", 0))
            .withSeed(System.currentTimeMillis());
    try (FacebookPlatform platform = FacebookPlatform.start(settings)) {
      Page page =
          platform.page(
              options.text("page-id", "100200300400500"),
              options.text("page-name", "Lumavik Tele"),
              options.text("page-token", "page-token"));
      System.out.println(
          "Fake Facebook: Graph API at "
              + platform.baseUrl()
              + ", control page at "
              + platform.baseUrl()
              + "/control");
      awaitHandshake(platform, URI.create(options.required("callback")));
      DemoPace pace =
          DemoPace.lively()
              .beginningWith(options.number("burst", 16))
              .then(Duration.ofSeconds(options.number("pace-seconds", 20)));
      try (DemoCustomers customers =
          DemoCustomers.start(platform, page, pace, options.number("seed", 1))) {
        customers.awaitClose();
      }
    }
  }

  private static void awaitHandshake(FacebookPlatform platform, URI callback)
      throws InterruptedException {
    while (!platform.subscribe(callback)) {
      Thread.sleep(BETWEEN_HANDSHAKES.toMillis());
    }
  }
}
