package io.svara.engine.intake;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Cuts one version of a connector off when it fails one delivery after the other, and lets a single
 * one through after each pause until one is read. Any thread.
 *
 * <p>Only failures of different deliveries count, in a row: one that cannot be read by anybody says
 * nothing about the rest.
 */
final class Breaker {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final String label;
  private final int most;
  private final LongSupplier nanos;
  private final Set<Long> failed = new HashSet<>();
  private Standing standing = Standing.CLOSED;
  private Duration pause = FIRST;
  private long since;
  private int healings;
  private String last = "";

  private enum Standing {
    /** Deliveries are read. */
    CLOSED,
    /** None is. */
    OPEN,
    /** One is tried now. */
    TRYING
  }

  /**
   * @param label which connector in which version, for messages
   * @param most so many deliveries may fail in a row
   * @param nanos a monotonic time
   */
  Breaker(String label, int most, LongSupplier nanos) {
    this.label = label;
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * Whether a delivery may be read now. Whoever is told so says afterwards how it went: {@link
   * #succeeded}, {@link #failed} or {@link #undecided}.
   */
  synchronized boolean admits() {
    if (standing == Standing.OPEN && nanos.getAsLong() - since >= pause.toNanos()) {
      standing = Standing.TRYING;
      return true;
    }
    return standing == Standing.CLOSED;
  }

  /**
   * A delivery was read, or found malformed, which is no fault of the connector.
   *
   * @return whether the connector was cut off until now
   */
  synchronized boolean succeeded() {
    boolean healed = standing != Standing.CLOSED;
    failed.clear();
    standing = Standing.CLOSED;
    pause = FIRST;
    healings += healed ? 1 : 0;
    return healed;
  }

  /**
   * The connector failed a delivery that it had not seen before.
   *
   * @param how in words, without anything of the delivery
   * @return whether this cut it off
   */
  synchronized boolean failed(long delivery, String how) {
    last = how;
    failed.add(delivery);
    if (standing == Standing.CLOSED && failed.size() < most) {
      return false;
    }
    boolean cut = standing == Standing.CLOSED;
    if (standing == Standing.TRYING) {
      pause = longer(pause);
    }
    standing = Standing.OPEN;
    since = nanos.getAsLong();
    return cut;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** Nothing was learnt of the connector; the next delivery may be tried at once. */
  synchronized void undecided() {
    if (standing == Standing.TRYING) {
      standing = Standing.OPEN;
    }
  }

  /** How often it was cut off and read again afterwards. */
  synchronized int healings() {
    return healings;
  }

  /** Why it is given no deliveries now, in words. */
  synchronized Optional<String> trouble() {
    if (standing == Standing.CLOSED) {
      return Optional.empty();
    }
    return Optional.of(
        label
            + " is cut off: it failed "
            + failed.size()
            + " deliveries in a row, at last so: "
            + last
            + " Its deliveries wait; one is tried every "
            + pause.toSeconds()
            + " s. Promote another version of it.");
  }
}
