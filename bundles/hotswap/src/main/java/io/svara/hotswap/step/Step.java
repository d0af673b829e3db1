package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Unfit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One step of a swap. It may be taken again after a crash at any moment within it, so it looks at
 * what is there and does what is missing.
 */
public interface Step {

  /**
   * Does it, on the swap's own thread.
   *
   * @param turned whether somebody wants the swap taken back; a step that waits asks now and then
   * @return where the swap is then, which counts from the moment that it is in the journal; empty
   *     when it stopped waiting because the swap is to be taken back
   * @throws Unfit when it cannot be done: the swap is rolled back, or has failed where the work
   *     went to the new version long ago, with this as the reason
   */
  Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException;
}
