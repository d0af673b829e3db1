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

/** Moves the route. New work goes to the new version from the moment that this is written down. */
record MoveRoute(Bays bays) implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    if (swap.to().isEmpty()) {
      return Done.routing(State.ROUTED, swap.to(), Said.of(Saying.WORK_WAITS));
    }
    // After a crash only the old version was started.
    bays.begin(Edition.of(swap.plugin(), swap.to().get()));
    return Done.routing(
        State.ROUTED, swap.to(), new Said(Saying.WORK_GOES_TO, Map.of("version", swap.to().get())));
  }
}
