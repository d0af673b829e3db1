package io.svara.engine.feeds;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When an account may be asked again: as the platform wishes, and ever more slowly while it fails.
 * Counts by the machine's monotonic time, which does not jump.
 */
final class Pace {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private long dueNanos;
  private long begunNanos;
  private int failures;

  Pace() {
    this(System::nanoTime);
  }

  /**
   * @param nanos the machine's monotonic time
   */
  Pace(LongSupplier nanos) {
    this.nanos = nanos;
    dueNanos = nanos.getAsLong();
    begunNanos = dueNanos;
  }

  synchronized boolean due() {
    return nanos.getAsLong() - dueNanos >= 0;
  }

  /** An attempt begins. */
  synchronized void begins() {
    begunNanos = nanos.getAsLong();
  }

  synchronized void wentWell(Duration pause) {
    failures = 0;
    dueNanos = nanos.getAsLong() + pause.toNanos();
  }

  /** Something came of the attempt that is under way: how often it failed before is forgotten. */
  synchronized void brought() {
    failures = 0;
  }

  /**
   * Returns the pause until the next attempt. One that went on for longer than the longest pause
   * had begun well, so earlier failures are forgotten.
   */
  synchronized Duration failed() {
    if (nanos.getAsLong() - begunNanos > LONGEST.toNanos()) {
      failures = 0;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures, 9));
    pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    failures++;
    dueNanos = nanos.getAsLong() + pause.toNanos();
    return pause;
  }
}
