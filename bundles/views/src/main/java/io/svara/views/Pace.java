package io.svara.views;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how a long fold goes on: every few seconds, with rate and what is left. */
final class Pace {
  private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  private final long startedAt = System.nanoTime();
  private final long startedFrom;
  private long saidAt = startedAt;

  Pace(long from) {
    startedFrom = from;
  }

  void at(long position, long head) {
    long now = System.nanoTime();
    if (now - saidAt < EVERY) {
      return;
    }
    saidAt = now;
    double rate = rate(position, now);
    LOG.info(
        "Views: folded {} of {} entries, {} a second, about {} s left.",
        position,
        head,
        Math.round(rate),
        rate > 0 ? Math.round((head - position) / rate) : "?");
  }

  void reached(long position) {
    long now = System.nanoTime();
    LOG.info(
        "Views: caught up at entry {}; folded {} entries in {} ms.",
        position,
        position - startedFrom,
        Duration.ofNanos(now - startedAt).toMillis());
  }

  private double rate(long position, long now) {
    return (position - startedFrom) * 1e9 / Math.max(1, now - startedAt);
  }
}
