package io.svara.testing.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what may not come, where that is no failure yet. */
final class Waiting {
  private Waiting() {}

  /** Whether it came about in that time. */
  static boolean until(Duration time, BooleanSupplier condition) {
    try {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .atMost(time)
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException never) {
      return false;
    }
  }
}
