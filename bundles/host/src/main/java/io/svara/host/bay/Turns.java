package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One thing at a time is done with a plugin's bundle. The plugin's own code may run in it, so it
 * gets a thread of its own, a deadline, and no second turn while the first one hangs.
 */
final class Turns {
  private static final LaneLimits ONE = new LaneLimits(1, 1, Duration.ofSeconds(1));

  private final Map<Edition, Lane> lanes = new ConcurrentHashMap<>();
  private final Duration patience;

  Turns(Duration patience) {
    this.patience = patience;
  }

  /**
   * Begins one, without waiting for it.
   *
   * @param what is done, as messages name it: {@code start}
   * @throws Unfit when it was not begun, because an earlier one has not ended
   */
  <T> Turn<T> begin(Edition edition, String what, Callable<T> body) throws Unfit {
    Lane lane = lanes.computeIfAbsent(edition, e -> new Lane(e.toString(), e.plugin(), ONE));
    if (lane.hanging() > 0) {
      throw new Unfit(
          edition
              + " cannot be asked to "
              + what
              + ": code of its own hangs since it was last asked to start or stop. Restart Svara"
              + " to be rid of it, or install another version.");
    }
    try {
      return Turn.begin(edition, lane, what, body, patience);
    } catch (Busy busy) {
      throw new Unfit(busy.getMessage(), busy);
    }
  }

  /** Whether one of this version's was given up and has not ended. */
  boolean hangs(Edition edition) {
    Lane lane = lanes.get(edition);
    return lane != null && lane.hanging() > 0;
  }

  /** Its bundle is gone. */
  void over(Edition edition) {
    lanes.remove(edition);
  }
}
