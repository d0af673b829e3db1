package io.svara.gateway.events;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Holds notices of deliveries back, so that a thousand a second become four: each says only that
 * there is news. Used by one thread.
 */
final class DeliveryPace {
  /** The shortest time between two of them. */
  static final Duration EVERY = Duration.ofMillis(250);

  private final LongSupplier nanos;
  private Optional<Notice> held = Optional.empty();
  private long last;

  DeliveryPace(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong() - EVERY.toNanos();
  }

  /** The notice, unless it is of a delivery: that is held until it is {@link #due}. */
  Optional<Notice> take(Notice notice) {
    if (notice.isDelivery()) {
      held = Optional.of(notice);
      return Optional.empty();
    }
    return Optional.of(notice);
  }

  boolean isHolding() {
    return held.isPresent();
  }

  /** The held notice, when its time has come, as of this position. */
  Optional<Notice> due(long position) {
    if (held.isEmpty() || nanos.getAsLong() - last < EVERY.toNanos()) {
      return Optional.empty();
    }
    Optional<Notice> due = held.map(notice -> notice.at(position));
    held = Optional.empty();
    last = nanos.getAsLong();
    return due;
  }
}
