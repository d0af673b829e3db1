package io.svara.host.clock;

import io.svara.engine.clock.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs at the machine's pace from wherever it was last set to. */
final class TestClock implements InstantSource, SettableClock {
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  TestClock(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  @Override
  public void set(Instant now) {
    ahead = Duration.between(machine.instant(), now);
  }
}
