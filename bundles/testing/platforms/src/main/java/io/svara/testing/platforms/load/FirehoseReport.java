package io.svara.testing.platforms.load;

import java.time.Duration;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * What became of the deliveries of a {@link Firehose}.
 *
 * @param sent ids of all comments that were posted at least once
 * @param acknowledged ids of those that were answered with 200: the receiver must have every one of
 *     them
 * @param attempts how often anything was posted, redeliveries included
 * @param refused attempts answered with something else
 * @param unanswered attempts that got no answer: refused connections, broken ones, timeouts
 * @param latency of acknowledged deliveries, in microseconds from the moment when each was due to
 *     its answer; waiting behind a slow receiver counts
 * @param duration from start to the report
 */
public record FirehoseReport(
    Set<String> sent,
    Set<String> acknowledged,
    long attempts,
    long refused,
    long unanswered,
    Histogram latency,
    Duration duration) {

  /** Acknowledged deliveries in a second. */
  public double perSecond() {
    return acknowledged.size() * 1e9 / duration.toNanos();
  }

  /** A latency of acknowledged deliveries. */
  public Duration latencyAt(double percentile) {
    return Duration.ofNanos(latency.getValueAtPercentile(percentile) * 1_000);
  }

  @Override
  public String toString() {
    return "%d sent, %d acknowledged (%.0f/s), %d attempts, %d refused, %d unanswered, p50 %.1f ms, p99 %.1f ms"
        .formatted(
            sent.size(),
            acknowledged.size(),
            perSecond(),
            attempts,
            refused,
            unanswered,
            latencyAt(50).toNanos() / 1e6,
            latencyAt(99).toNanos() / 1e6);
  }
}
