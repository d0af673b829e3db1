package io.svara.journal.file;

import java.time.Duration;

/** When to try again: soon at first, then ever less often. Counted by a clock that cannot jump. */
final class Backoff {
  private static final long FIRST = Duration.ofMillis(50).toNanos();
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();

  private long delay;
  private long due = System.nanoTime();

  void failed() {
    delay = Math.min(LONGEST, Math.max(FIRST, delay * 2));
    due = System.nanoTime() + delay;
  }

  void succeeded() {
    delay = 0;
  }

  long nanosLeft() {
    return Math.max(0, due - System.nanoTime());
  }
}
