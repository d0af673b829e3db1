package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Unfit;

/**
 * One step of a swap. It may be taken again after a crash at any moment within it, so it looks at
 * what is there and does what is missing.
 */
public interface Step {

  /**
   * Does it, on the swap's own thread.
   *
   * @return where the swap is then; it counts from the moment that it is in the journal
   * @throws Unfit when it cannot be done: the swap is rolled back, with this as the reason
   */
  Done take(Swap swap) throws Unfit, InterruptedException;
}
