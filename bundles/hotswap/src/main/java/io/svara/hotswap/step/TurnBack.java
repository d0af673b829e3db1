package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes a swap back: the old version runs, the route leads to it, the new one is emptied and
 * uninstalled.
 *
 * @param routed the version that the route of a plugin names now
 * @param proofs takes what can be asked afterwards, by swap id
 */
record TurnBack(
    Bays bays,
    Emptying emptying,
    Function<Swap, Optional<String>> routed,
    BiConsumer<String, Remains> proofs)
    implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    if (swap.from().isPresent()) {
      bays.begin(Edition.of(swap.plugin(), swap.from().get()));
    }
    if (!routed.apply(swap).equals(swap.from())) {
      return Done.routing(
          State.ROLLING_BACK,
          swap.from(),
          swap.from()
              .map(version -> new Said(Saying.WORK_GOES_BACK, Map.of("version", version)))
              .orElseGet(() -> Said.of(Saying.WORK_GOES_NOWHERE)));
    }
    if (swap.to().isEmpty()) {
      return Done.of(State.ROLLED_BACK, Said.of(Saying.AS_IT_WAS));
    }
    Edition given = Edition.of(swap.plugin(), swap.to().get());
    Said emptied = emptying.empty(given, () -> false).orElseThrow();
    proofs.accept(swap.id(), bays.remove(given));
    return Done.of(
        State.ROLLED_BACK,
        emptied,
        new Said(Saying.UNINSTALLED_AND_KEPT, Map.of("version", given.version().toString())));
  }
}
