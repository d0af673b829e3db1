package io.svara.testing.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/** When the posts of one load were answered. */
final class Answers {
  private final long begun = System.nanoTime();
  private final long[] at;
  private final Latencies latencies = new Latencies();
  private final AtomicLong last = new AtomicLong();

  Answers(int posts) {
    at = new long[posts];
  }

  long begun() {
    return begun;
  }

  /** The n-th was answered now; it was due at that {@link System#nanoTime}. */
  void came(int n, long due) {
    long now = System.nanoTime();
    at[n] = now;
    latencies.add(now - due);
    last.accumulateAndGet(now - begun, Math::max);
  }

  /** When the n-th was answered, as {@link System#nanoTime}. */
  long at(int n) {
    return at[n];
  }

  /** From the moment each was due to its answer. */
  Latencies latencies() {
    return latencies;
  }

  double perSecond() {
    return at.length * 1e9 / last.get();
  }
}
