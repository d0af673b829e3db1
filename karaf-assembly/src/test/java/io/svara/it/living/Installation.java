package io.svara.it.living;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.FirehosePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Copies of the distribution with one Facebook page, for tests of the living distribution. */
public final class Installation {
  public static final Duration START = Duration.ofSeconds(90);
  public static final String APP_SECRET = "the app secret";
  public static final String PAGE = "100200300400500";
  public static final String HOOK = "/hooks/meta";

  private static final String ADMINISTRATOR = "etc/initial-admin.properties";
  private static final Path ASSEMBLY = Path.of(System.getProperty("svara.assembly"));
  private static final Path COPIES = Path.of(System.getProperty("svara.copies"));

  private Installation() {}

  /** A fresh copy, not yet started. Nothing is ever asked of its page's platform. */
  public static Distribution copy(String name) throws IOException {
    return Distribution.copy(ASSEMBLY, folder(name))
        .onFreePort()
        .configure(
            "io.svara.endpoint-meta",
            Map.of("channel", "facebook", "appSecret", APP_SECRET, "verifyToken", "verify"))
        .configure(
            "io.svara.account-page",
            Map.of(
                "channel", "facebook",
                "endpoint", "meta",
                "pageId", PAGE,
                "accessToken", "token",
                "apiBase", "http://127.0.0.1:9"));
  }

  /** A folder beside the copies. */
  public static Path folder(String name) {
    return COPIES.resolve("living-" + name);
  }

  /** Speaks for the administrator whom the first start of {@code first} made. */
  public static Rest rest(Distribution svara, Distribution first) throws IOException {
    return new Rest(svara::uri, first.administrator().token());
  }

  /** As soon as a first start has made its administrator and read the files of {@link #copy}. */
  public static Rest rest(Distribution svara) throws IOException {
    await().atMost(START).until(() -> Files.exists(svara.home().resolve(ADMINISTRATOR)));
    Rest rest = rest(svara, svara);
    await().atMost(START).until(() -> !rest.get("/api/v1/accounts").ok().at("/accounts").isEmpty());
    return rest;
  }

  /**
   * Secrets are in no backup of the journal: an operator keeps the store and its key apart, and
   * puts them back.
   */
  public static void copySecrets(Distribution from, Distribution to) throws IOException {
    for (String file : List.of("data/svara/secrets/secrets.bin", "etc/svara-secrets.key")) {
      Path target = to.home().resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(from.home().resolve(file), target);
    }
  }

  /** Deliveries for the page that are not sent again when they were not acknowledged. */
  public static FirehosePlan deliveries(Distribution svara, int perSecond) {
    return FirehosePlan.at(svara.uri(HOOK), APP_SECRET, PAGE, perSecond).withoutRedelivery();
  }

  /** Whether every delivery that was kept has been read. */
  public static boolean hasReadEverything(Rest rest) throws IOException, InterruptedException {
    JsonNode waiting = rest.get("/api/v1/deliveries?state=waiting&limit=1").ok();
    return waiting.at("/deliveries").isEmpty();
  }
}
