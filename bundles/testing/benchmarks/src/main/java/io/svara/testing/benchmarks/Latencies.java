package io.svara.testing.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times that things took; any thread adds. */
final class Latencies {
  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  /** What took less than nothing, for two threads saw its ends, took nothing. */
  void add(long nanos) {
    micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
        millis(50),
        millis(99),
        micros.getMaxValue() / 1e3);
  }
}
