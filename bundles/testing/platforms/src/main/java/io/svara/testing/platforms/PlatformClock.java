package io.svara.testing.platforms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A platform's own time: messaging windows, token expiry and webhook retries follow it, so that a
 * test passes 24 hours in no time. It runs with the system's clock, faster, or stands still; it may
 * be set at any moment from any thread.
 */
public final class PlatformClock extends Clock {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Instant origin;
  private long nanosAtOrigin = System.nanoTime();
  private double pace;

  private PlatformClock(Instant origin, double pace) {
    this.origin = origin;
    this.pace = pace;
  }

  /** A clock that shows the system's time and runs with it. */
  public static PlatformClock running() {
    return new PlatformClock(Instant.now(), 1);
  }

  /** A clock that moves only when told to. */
  public static PlatformClock stoppedAt(Instant instant) {
    return new PlatformClock(instant, 0);
  }

  @Override
  public synchronized Instant instant() {
    return origin.plusNanos((long) ((System.nanoTime() - nanosAtOrigin) * pace));
  }

  /** Sets the time; it may also go back. */
  public void set(Instant instant) {
    change(instant, pace());
  }

  /** Moves the time by {@code duration}. */
  public void advance(Duration duration) {
    change(instant().plus(duration), pace());
  }

  /**
   * Lets the clock run {@code factor} times as fast as the system's from now on; 0 stops it.
   *
   * @throws IllegalArgumentException when the factor is negative
   */
  public void runAt(double factor) {
    if (factor < 0) {
      throw new IllegalArgumentException(
          "A clock cannot run at pace " + factor + ": give 0 or more.");
    }
    change(instant(), factor);
  }

  /**
   * How long in real time until {@code instant}: zero when it has come, empty when the clock stands
   * still before it.
   */
  public synchronized Optional<Duration> realTimeUntil(Instant instant) {
    Duration wait = Duration.between(instant(), instant);
    if (wait.isNegative() || wait.isZero()) {
      return Optional.of(Duration.ZERO);
    }
    return pace == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (wait.toNanos() / pace)));
  }

  /**
   * Calls {@code listener} after each change of time or pace, on the thread that made the change.
   */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private synchronized double pace() {
    return pace;
  }

  private void change(Instant instant, double newPace) {
    synchronized (this) {
      origin = instant;
      nanosAtOrigin = System.nanoTime();
      pace = newPace;
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
