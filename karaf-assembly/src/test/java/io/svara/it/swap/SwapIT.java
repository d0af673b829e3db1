package io.svara.it.swap;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.it.swap.FrameworkEvents.Told;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import io.svara.testing.platforms.load.FirehosePlan;
import io.svara.testing.platforms.load.FirehoseReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The facebook connector is exchanged again and again while 200 signed deliveries a second come in.
 * How often: {@code -Dsvara.swaps=1000}.
 */
final class SwapIT {
  private static final int SWAPS = Integer.getInteger("svara.swaps", 50);
  private static final int PER_SECOND = 200;
  private static final int ALONE_SECONDS = 10;

  /** The 1.5, ten times looser: here the machine is shared with other tests. */
  private static final double LATENCY_RATIO = 15;

  private static final int FEW_THREADS = 12;
  private static final int HEAP_EVERY = 50;
  private static final int ENOUGH_FOR_A_TREND = 10;

  /** Of the heap in use, over the later half of all swaps. */
  private static final double HEAP_GROWTH = 0.05;

  private static final String REFRESHED = "PACKAGES REFRESHED";
  private static final Duration SETTLING = Duration.ofMinutes(2);

  @Test
  void nobodyNoticesThatTheConnectorIsExchanged() throws Exception {
    try (Distribution svara = Installation.copy("swap")) {
      FrameworkEvents events = FrameworkEvents.toldBy(svara);
      svara.start().awaitReady(START);
      Rest rest = Installation.rest(svara);
      Plugins plugins = new Plugins(rest);
      Jvm jvm = new Jvm(svara);
      plugins.install(svara, "9.0.1", "9.0.2");
      assertThat(plugins.routed()).as("what is only kept has no work").isNotEqualTo("9.0.2");
      FirehoseReport warming = withoutSwaps(svara, 1);
      FirehoseReport alone = withoutSwaps(svara, 2);
      assertThat(plugins.swapTo("9.0.1")).isIn(Plugins.GONE);
      long threads = jvm.threads();
      long loaders = jvm.bundleLoaders();
      List<Long> heap = new ArrayList<>();
      events.news();

      FirehoseReport swapping;
      try (Bystander bystander = Bystander.asking(rest);
          Firehose hose = Firehose.start(plan(svara).withRun(3))) {
        for (int swap = 1; swap <= SWAPS; swap++) {
          assertThat(plugins.swapTo("9.0." + (1 + swap % 2))).isIn(Plugins.GONE);
          if (swap % HEAP_EVERY == 0) {
            heap.add(jvm.heap());
          }
        }
        swapping = hose.drain(Duration.ofSeconds(30));
        bystander.close();
        System.out.println("SwapIT: alone " + alone);
        System.out.println("SwapIT: " + SWAPS + " swaps " + swapping);
        System.out.println("SwapIT: kB of heap after every " + HEAP_EVERY + " swaps: " + heap);
        assertThat(bystander.failures()).as("of " + bystander.asked() + " requests").isEmpty();
      }

      assertThat(swapping.refused()).isZero();
      assertThat(swapping.unanswered()).isZero();
      assertThat(swapping.latencyAt(99).toNanos() / (double) alone.latencyAt(99).toNanos())
          .isLessThan(LATENCY_RATIO);
      requireNothingLostOrDoubled(rest, List.of(warming, alone, swapping));
      requireNothingLeft(plugins, jvm, threads, loaders);
      requireThatTheHeapDoesNotGrow(heap);
      requireThatOnlyTheExchangedBundleWasRefreshed(events.news());
      requireThatADroppedJarIsOnlyKept(svara, plugins);
      requireOnlyTheRoutedAfterARestart(svara, plugins);
    }
  }

  private static void requireThatADroppedJarIsOnlyKept(Distribution svara, Plugins plugins)
      throws IOException, InterruptedException {
    String routed = plugins.routed();
    plugins.drop(svara, "9.0.3");
    await().atMost(SETTLING).until(() -> plugins.kept().contains("9.0.3"));
    assertThat(plugins.routed()).isEqualTo(routed);
    assertThat(plugins.running()).containsExactly(routed);
  }

  private static FirehosePlan plan(Distribution svara) {
    return Installation.deliveries(svara, PER_SECOND);
  }

  private static FirehoseReport withoutSwaps(Distribution svara, long run)
      throws InterruptedException {
    try (Firehose hose = Firehose.start(plan(svara).withRun(run))) {
      TimeUnit.SECONDS.sleep(ALONE_SECONDS);
      return hose.drain(Duration.ofSeconds(30));
    }
  }

  private static void requireNothingLostOrDoubled(Rest rest, List<FirehoseReport> reports)
      throws Exception {
    await().atMost(SETTLING).until(() -> Installation.hasReadEverything(rest));
    Set<String> acknowledged = new HashSet<>();
    reports.forEach(report -> acknowledged.addAll(report.acknowledged()));
    Balance.of(acknowledged, Inbox.fromCustomers(Inbox.read(rest), "page")).requireEven();
    assertThat(rest.get("/api/v1/quarantine?limit=1").ok().at("/deliveries")).isEmpty();
  }

  /** By the product's own proof. */
  private static void requireNothingLeft(Plugins plugins, Jvm jvm, long threads, long loaders) {
    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(SETTLING)
        .untilAsserted(
            () -> {
              jvm.collect();
              assertThat(plugins.unproven()).isZero();
              assertThat(jvm.threads()).isLessThanOrEqualTo(threads + FEW_THREADS);
              assertThat(jvm.bundleLoaders()).isLessThanOrEqualTo(loaders);
            });
  }

  private static void requireThatTheHeapDoesNotGrow(List<Long> heap) {
    if (heap.size() >= ENOUGH_FOR_A_TREND) {
      assertThat(Trend.growth(heap)).as("growth of %s", heap).isLessThan(HEAP_GROWTH);
    }
  }

  private static void requireThatOnlyTheExchangedBundleWasRefreshed(List<Told> told) {
    assertThat(told)
        .filteredOn(event -> event.what().equals("UNRESOLVED"))
        .hasSize(SWAPS)
        .extracting(Told::bundle)
        .containsOnly(Plugins.FACEBOOK);
    assertThat(told)
        .filteredOn(event -> !event.what().equals(REFRESHED))
        .extracting(Told::bundle)
        .as("no event is about another bundle")
        .containsOnly(Plugins.FACEBOOK);
  }

  private static void requireOnlyTheRoutedAfterARestart(Distribution svara, Plugins plugins)
      throws IOException, InterruptedException {
    String routed = plugins.routed();
    svara.restart().awaitReady(START);
    assertThat(plugins.routed()).isEqualTo(routed);
    assertThat(plugins.running()).containsExactly(routed);
  }
}
