package io.svara.gateway.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Nanoseconds that pass when the test says so. */
public final class ManualTime {
  private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  public long nanos() {
    return nanos.get();
  }
}
