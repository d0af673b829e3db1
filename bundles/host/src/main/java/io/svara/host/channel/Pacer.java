package io.svara.host.channel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many events through in a second, after a second's worth at once. For one thread.
 *
 * <p>A stream that is faster than it is read would fill the journal and take the processor from
 * everybody else; it waits instead, as a platform's connection that nobody reads does.
 */
final class Pacer {
  private final long perEvent;
  private final LongSupplier nanos;
  private long due;

  Pacer(int perSecond, LongSupplier nanos) {
    this.perEvent = TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
    this.nanos = nanos;
    this.due = nanos.getAsLong();
  }

  /** Waits until the next event may come. */
  void pause() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(take().toNanos());
  }

  /** How long the next event has to wait, which is taken as coming. */
  Duration take() {
    long now = nanos.getAsLong();
    long earliest = now - TimeUnit.SECONDS.toNanos(1);
    due = Math.max(due, earliest) + perEvent;
    return Duration.ofNanos(Math.max(0, due - now));
  }
}
