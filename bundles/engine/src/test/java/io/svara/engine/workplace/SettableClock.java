package io.svara.engine.workplace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as a test wants it. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass, or run backwards. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
