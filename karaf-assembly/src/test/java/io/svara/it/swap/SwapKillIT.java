package io.svara.it.swap;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import io.svara.testing.platforms.load.FirehoseReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The process is killed as by a power cut at a random moment of a swap, under load. How often:
 * {@code -Dsvara.swap.kills=100}; at other moments: {@code -Dsvara.seed=1}.
 */
@Tag("alone")
final class SwapKillIT {
  private static final int KILLS = Integer.getInteger("svara.swap.kills", 10);
  private static final long SEED = Long.getLong("svara.seed", 20_261_122L);

  /** Few enough that a start catches up with them soon also where other tests run beside it. */
  private static final int PER_SECOND = 50;

  /** About as long as a swap takes here, from its request to the end of the old version. */
  private static final int SWAP_MILLIS = 400;

  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final Set<String> ENDED = Set.of("uninstalled", "proven", "rolled-back");

  @Test
  void theNextStartHasExactlyOneVersionWithTheWorkAndNothingIsLost() throws Exception {
    System.out.println("SwapKillIT: " + KILLS + " kills, seed " + SEED);
    Random random = new Random(SEED);
    try (Distribution svara = installed().start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Plugins plugins = new Plugins(rest);
      plugins.install(svara, "9.0.1", "9.0.2");
      assertThat(plugins.swapTo("9.0.1")).isIn(Plugins.GONE);
      FirehoseReport deliveries;
      try (Firehose hose = Firehose.start(Installation.deliveries(svara, PER_SECOND))) {
        for (int kill = 1; kill <= KILLS; kill++) {
          plugins.promote(plugins.routed().equals("9.0.1") ? "9.0.2" : "9.0.1");
          // The moment is what is tested, not a wait for something.
          TimeUnit.MILLISECONDS.sleep(random.nextInt(SWAP_MILLIS));
          svara.kill9();
          svara.start().awaitReady(START);
          requireOneVersion(plugins);
        }
        deliveries = hose.drain(Duration.ofSeconds(30));
      }
      System.out.println("SwapKillIT: " + deliveries);
      await().atMost(SETTLING).until(() -> Installation.hasReadEverything(rest));
      Balance.of(deliveries.acknowledged(), Inbox.fromCustomers(Inbox.read(rest), "page"))
          .requireEven();
      assertThat(rest.get("/api/v1/quarantine?limit=1").ok().at("/deliveries")).isEmpty();
    }
  }

  /** With snapshots often, so that a start need not fold everything. */
  private static Distribution installed() throws IOException {
    return Installation.copy("swap-kill")
        .configure("io.svara.views", Map.of("snapshotEntries", "1000"));
  }

  /** As soon as the swap has gone on to its end, one way or the other. */
  private static void requireOneVersion(Plugins plugins) {
    await().atMost(SETTLING).until(() -> hasEnded(plugins));
    await()
        .atMost(SETTLING)
        .untilAsserted(() -> assertThat(plugins.running()).containsExactly(plugins.routed()));
  }

  private static boolean hasEnded(Plugins plugins) throws IOException, InterruptedException {
    for (JsonNode swap : plugins.swaps()) {
      if (!ENDED.contains(swap.at("/state").asText())) {
        return false;
      }
    }
    return true;
  }
}
