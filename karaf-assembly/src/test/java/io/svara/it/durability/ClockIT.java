package io.svara.it.durability;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clock jumps while deliveries come in. */
final class ClockIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(-1),
          Duration.ofDays(400),
          Duration.ofDays(-4_000),
          Duration.ofDays(8_000),
          Duration.ZERO);

  @Test
  void nothingIsLostAndOrderIsByPositionWhateverTheClockSays() throws Exception {
    try (Distribution svara =
        Installation.copy("clock").withOptions("-Dsvara.clock=test").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Hook hook = new Hook(svara);
      Set<String> acknowledged;
      try (Firehose hose = Firehose.start(Installation.deliveries(svara, 100))) {
        for (int i = 0; i < JUMPS.size(); i++) {
          rest.put("/api/v1/test/clock", Map.of("now", Instant.now().plus(JUMPS.get(i)).toString()))
              .ok();
          assertThat(hook.comment("1_" + i, "7", "Anna", "Number " + i).statusCode())
              .isEqualTo(200);
          int before = hose.acknowledged().size();
          await().atMost(SOON).until(() -> hose.acknowledged().size() > before + 50);
        }
        acknowledged = hose.drain(SOON).acknowledged();
      }
      requireAll(rest, acknowledged);
      svara.restart().awaitReady(START);
      requireAll(rest, acknowledged);
    }
  }

  private static void requireAll(Rest rest, Set<String> acknowledged) throws Exception {
    await().atMost(Duration.ofMinutes(1)).until(() -> Installation.hasReadEverything(rest));
    List<String> stored = Inbox.fromCustomers(Inbox.read(rest), "page");
    Balance.of(acknowledged, stored).requireEven();
    assertThat(stored.stream().filter(id -> id.startsWith("1_")))
        .containsExactly("1_0", "1_1", "1_2", "1_3", "1_4");
  }
}
