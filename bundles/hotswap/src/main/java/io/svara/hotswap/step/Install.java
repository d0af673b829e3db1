package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts the new version beside the old one. */
record Install(Bays bays) implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    if (swap.to().isEmpty()) {
      return Done.of(State.INSTALLED, "Nothing takes its place.");
    }
    Edition next = Edition.of(swap.plugin(), swap.to().get());
    bays.begin(next);
    return Done.of(
        State.INSTALLED, next + " runs" + swap.from().map(v -> " beside " + v + ".").orElse("."));
  }
}
