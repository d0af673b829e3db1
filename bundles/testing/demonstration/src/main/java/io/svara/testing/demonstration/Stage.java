package io.svara.testing.demonstration;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.RandomSecrets;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.FacebookSettings;
import io.svara.testing.platforms.facebook.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A distribution and a fake Facebook with one page, "Lumavik Tele", that know each other. Secrets
 * are random. Closing it ends both.
 */
public final class Stage implements AutoCloseable {
  private static final String ENDPOINT = "facebook";
  private static final String PAGE_ID = "100200300400500";
  private static final Duration BETWEEN_HANDSHAKES = Duration.ofMillis(200);

  private final Distribution svara;
  private final FacebookPlatform platform;
  private final Page page;

  private Stage(Distribution svara, FacebookPlatform platform, Page page) {
    this.svara = svara;
    this.platform = platform;
    this.page = page;
  }

  /**
   * Starts the platform and configures the distribution, which is not started yet.
   *
   * @param settings changes the platform's settings: its port, its clock
   */
  public static Stage set(Distribution svara, UnaryOperator<FacebookSettings> settings)
      throws IOException {
    String appSecret = RandomSecrets.next();
    String verifyToken = RandomSecrets.next();
    String accessToken = RandomSecrets.next();
    FacebookPlatform platform =
        FacebookPlatform.start(settings.apply(FacebookSettings.of(appSecret, verifyToken)));
    Page page = platform.page(PAGE_ID, "Lumavik Tele", accessToken);
    svara
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
                "apiBase", platform.baseUrl().toString()));
    return new Stage(svara, platform, page);
  }

  /** Starts the distribution and waits until the platform posts to it, or it has ended. */
  public Stage start() throws IOException, InterruptedException {
    svara.start();
    while (svara.isRunning() && !platform.subscribe(svara.uri("/hooks/" + ENDPOINT))) {
      Thread.sleep(BETWEEN_HANDSHAKES.toMillis());
    }
    return this;
  }

  public Distribution svara() {
    return svara;
  }

  public FacebookPlatform platform() {
    return platform;
  }

  public Page page() {
    return page;
  }

  @Override
  public void close() {
    svara.close();
    platform.close();
  }
}
