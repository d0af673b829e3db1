package io.svara.testing.platforms.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

  /** The account of runs one after another as one; their ids must differ. */
  public static FirehoseReport together(List<FirehoseReport> runs) {
    Set<String> sent = new HashSet<>();
    Set<String> acknowledged = new HashSet<>();
    Histogram latency = new Histogram(runs.get(0).latency());
    Duration duration = Duration.ZERO;
    for (FirehoseReport run : runs) {
      sent.addAll(run.sent());
      acknowledged.addAll(run.acknowledged());
      latency.add(run.latency());
      duration = duration.plus(run.duration());
    }
    return new FirehoseReport(
        Set.copyOf(sent),
        Set.copyOf(acknowledged),
        runs.stream().mapToLong(FirehoseReport::attempts).sum(),
        runs.stream().mapToLong(FirehoseReport::refused).sum(),
        runs.stream().mapToLong(FirehoseReport::unanswered).sum(),
        latency,
        duration);
  }

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
