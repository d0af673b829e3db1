package io.svara.engine.automatic;

import io.svara.engine.fold.State;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops two machines that answer each other. That a letter says of itself that a machine wrote it
 * is looked at before; this is for those that do not say so, and it looks at nothing that the other
 * side could change: how often one handle was answered without a person in a day.
 */
public final class LoopGuard {
  /** What is counted. */
  public static final Duration DAY = Duration.ofDays(1);

  private final State state;
  private final Instant now;

  public LoopGuard(State state, Instant now) {
    this.state = state;
    this.now = now;
  }

  /**
   * Whether one more automatic answer may go to the handle.
   *
   * @param most how many a day
   */
  public boolean allows(String account, String recipient, int most) {
    return given(account, recipient, most) < most;
  }

  private long given(String account, String recipient, int most) {
    return state.automaticTo(account, recipient, Math.max(1, most)).stream()
        .filter(at -> at.isAfter(now.minus(DAY)))
        .count();
  }
}
