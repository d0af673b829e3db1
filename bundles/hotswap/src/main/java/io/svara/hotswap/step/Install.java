package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts the new version beside the old one. */
record Install(Bays bays) implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    if (swap.to().isEmpty()) {
      return Done.of(State.INSTALLED, Said.of(Saying.NOTHING_TAKES_ITS_PLACE));
    }
    Edition next = Edition.of(swap.plugin(), swap.to().get());
    bays.begin(next);
    return Done.of(
        State.INSTALLED,
        swap.from()
            .map(
                old ->
                    new Said(
                        Saying.RUNS_BESIDE,
                        Map.of("plugin", swap.plugin(), "version", swap.to().get(), "old", old)))
            .orElseGet(
                () ->
                    new Said(
                        Saying.RUNS, Map.of("plugin", swap.plugin(), "version", swap.to().get()))));
  }
}
