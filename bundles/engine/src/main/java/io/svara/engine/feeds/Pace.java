package io.svara.engine.feeds;

import java.time.Duration;

/**
 * When an account may be asked again: as the platform wishes, and ever more slowly while it fails.
 * Counts by the machine's monotonic time, which does not jump.
 */
final class Pace {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private long dueNanos = System.nanoTime();
  private int failures;

  synchronized boolean due() {
    return System.nanoTime() - dueNanos >= 0;
  }

  synchronized void wentWell(Duration pause) {
    failures = 0;
    dueNanos = System.nanoTime() + pause.toNanos();
  }

  /** Returns the pause until the next attempt. */
  synchronized Duration failed() {
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures, 9));
    pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    failures++;
    dueNanos = System.nanoTime() + pause.toNanos();
    return pause;
  }
}
