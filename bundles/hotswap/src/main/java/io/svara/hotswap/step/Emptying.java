package io.svara.hotswap.step;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets a version finish what it is at, and ends what does not finish.
 *
 * @param patience how long calls may go on
 */
record Emptying(Bays bays, Supplier<Duration> patience) {
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** How soon somebody who thinks again is heard. */
  private static final Duration SLICE = Duration.ofMillis(100);

  /**
   * Waits, and then ends what is left.
   *
   * @param turned whether somebody wants to go back
   * @return how it went; empty when somebody wants to go back before it is empty
   */
  Optional<Said> empty(Edition edition, BooleanSupplier turned) throws InterruptedException {
    long end = System.nanoTime() + patience.get().toNanos();
    while (!bays.awaitIdle(edition, SLICE)) {
      if (turned.getAsBoolean()) {
        return Optional.empty();
      }
      if (System.nanoTime() > end) {
        return Optional.of(ended(edition));
      }
    }
    return Optional.of(said(Saying.IDLE, edition, 0));
  }

  private static Said said(Saying saying, Edition edition, long calls) {
    return new Said(
        saying, Map.of("version", edition.version().toString(), "calls", String.valueOf(calls)));
  }

  private Said ended(Edition edition) throws InterruptedException {
    long left = bays.traffic(edition).underWay();
    bays.endCalls(edition);
    return bays.awaitIdle(edition, ENDING)
        ? said(Saying.CALLS_INTERRUPTED, edition, left)
        : said(Saying.CALLS_GIVEN_UP, edition, left);
  }
}
