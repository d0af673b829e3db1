package io.svara.engine.clock;

import java.time.Instant;

/**
 * A clock that a test sets. Registered by the host, beside {@link java.time.InstantSource}, only
 * when Svara was started with {@code -Dsvara.clock=test}; absent otherwise.
 */
public interface SettableClock {

  /** Sets the time for everything in Svara, at once; it goes on running from there. */
  void set(Instant now);
}
