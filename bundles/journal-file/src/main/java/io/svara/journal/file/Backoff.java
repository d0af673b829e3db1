package io.svara.journal.file;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When to try again: soon at first, then ever less often. Counted by a clock that cannot jump. */
final class Backoff {
  private static final long FIRST = Duration.ofMillis(50).toNanos();
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private long delay;
  private long due;

  Backoff(LongSupplier nanos) {
    this.nanos = nanos;
    this.due = nanos.getAsLong();
  }

  void failed() {
    delay = Math.min(LONGEST, Math.max(FIRST, delay * 2));
    due = nanos.getAsLong() + delay;
  }

  void succeeded() {
    delay = 0;
  }

  long nanosLeft() {
    return Math.max(0, due - nanos.getAsLong());
  }
}
