package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits until the old version has nothing under way. */
record Drain(Bays bays, Emptying emptying) implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    if (swap.to().isPresent()) {
      // After a crash it was started by its route; if it was not, the old one is needed again.
      bays.begin(Edition.of(swap.plugin(), swap.to().get()));
    }
    if (swap.from().isEmpty()) {
      return Done.of(State.DRAINED, Said.of(Saying.NO_VERSION_BEFORE));
    }
    return emptying
        .empty(Edition.of(swap.plugin(), swap.from().get()), turned)
        .flatMap(said -> Done.of(State.DRAINED, said));
  }
}
