package io.svara.host.channel;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** How many lines a connector may log: so many in a minute. */
final class LineBudget {
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final int lines;
  private final LongSupplier nanos;
  private long began;
  private long used;

  LineBudget(int lines, LongSupplier nanos) {
    this.lines = lines;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /**
   * Takes a line.
   *
   * @return empty when it may not be written; else how many before it were not
   */
  synchronized OptionalLong take() {
    long dropped = 0;
    if (nanos.getAsLong() - began >= WINDOW) {
      dropped = Math.max(0, used - lines);
      began = nanos.getAsLong();
      used = 0;
    }
    return ++used > lines ? OptionalLong.empty() : OptionalLong.of(dropped);
  }
}
