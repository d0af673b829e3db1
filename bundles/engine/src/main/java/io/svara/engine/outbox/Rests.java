package io.svara.engine.outbox;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Accounts whose platform or connector does not answer as it should: each next reply would become
 * unknown as the one before did, so the account rests, ever longer while it goes on. A start
 * forgets them. Any thread.
 */
final class Rests {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private final ConcurrentMap<String, Rest> resting = new ConcurrentHashMap<>();

  Rests(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Rest(long begun, Duration length) {}

  boolean isResting(String account) {
    Rest rest = resting.get(account);
    return rest != null && nanos.getAsLong() - rest.begun() < rest.length().toNanos();
  }

  /** One more attempt brought nothing. */
  void begin(String account) {
    resting.compute(account, (name, last) -> new Rest(nanos.getAsLong(), next(last)));
  }

  private static Duration next(Rest last) {
    if (last == null) {
      return FIRST;
    }
    Duration doubled = last.length().multipliedBy(2);
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** The platform answered. */
  void end(String account) {
    resting.remove(account);
  }
}
