package io.svara.hotswap.step;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import java.time.Duration;

/**
 * Lets a version finish what it is at, and ends what does not finish.
 *
 * @param patience how long calls may go on
 */
record Emptying(Bays bays, Duration patience) {
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** Returns how it went, in words. */
  String empty(Edition edition) throws InterruptedException {
    if (bays.awaitIdle(edition, patience)) {
      return "No call of " + edition.version() + " is under way.";
    }
    long left = bays.traffic(edition).underWay();
    bays.endCalls(edition);
    return bays.awaitIdle(edition, ENDING)
        ? left + " calls of " + edition.version() + " did not end in time and were interrupted."
        : left + " calls of " + edition.version() + " could not be ended; they are given up.";
  }
}
