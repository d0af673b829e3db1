package io.svara.engine.desk;

import java.time.Instant;

/** Sets the engine's time. Registered only with {@code -Dsvara.clock=test}. */
public interface TestClock {

  /** From now on it is this time; the clock runs on from there. */
  void set(Instant now);
}
