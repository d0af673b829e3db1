package io.svara.testing.platforms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts calls in a sliding window of the platform's time. Thread-safe. */
public final class RateLimit {
  private final Clock clock;
  private final Duration window;
  private final Deque<Instant> calls = new ArrayDeque<>();
  private int limit;

  public RateLimit(Clock clock, Duration window, int limit) {
    this.clock = clock;
    this.window = window;
    this.limit = limit;
  }

  /** Counts one call and tells whether it is within the limit; a refused call counts too. */
  public synchronized boolean admit() {
    forget();
    calls.addLast(clock.instant());
    return calls.size() <= limit;
  }

  /** The share of the limit that is used up, in percent; above 100 when the limit is exceeded. */
  public synchronized int percentUsed() {
    forget();
    return (int) Math.min(Integer.MAX_VALUE, calls.size() * 100L / Math.max(1, limit));
  }

  /** How long until a call would be admitted again; zero while calls are admitted. */
  public synchronized Duration untilFree() {
    forget();
    if (calls.size() < limit) {
      return Duration.ZERO;
    }
    // The call that has to leave the window before there is room for one more.
    Instant blocking =
        calls.stream()
            .skip(Math.max(0, calls.size() - Math.max(1, limit)))
            .findFirst()
            .orElse(clock.instant());
    return Duration.between(clock.instant(), blocking.plus(window));
  }

  /** Sets how many calls the window takes, and forgets those made so far. */
  public synchronized void limit(int callsInWindow) {
    limit = callsInWindow;
    calls.clear();
  }

  private void forget() {
    Instant start = clock.instant().minus(window);
    while (!calls.isEmpty() && calls.peekFirst().isBefore(start)) {
      calls.removeFirst();
    }
  }
}
