package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.Receiver;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A platform with one page, a clock that stands still, and a receiver that is subscribed. */
final class PlatformFixture implements BeforeEachCallback, AfterEachCallback {
  static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

  FacebookPlatform platform;
  PlatformClock clock;
  Page page;
  Receiver receiver;
  Graph graph;

  @Override
  public void beforeEach(ExtensionContext context) {
    clock = PlatformClock.stoppedAt(MORNING);
    receiver = new Receiver("verify");
    platform = FacebookPlatform.start(FacebookSettings.of("secret", "verify").withClock(clock));
    page = platform.page("Lumavik Tele");
    platform.subscribe(receiver.address());
    graph = new Graph(platform.baseUrl(), page.accessToken());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    platform.close();
    receiver.close();
  }
}
