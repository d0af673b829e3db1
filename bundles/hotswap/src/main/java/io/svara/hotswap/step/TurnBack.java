package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Unfit;
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
          "New work goes " + swap.from().map(v -> "to " + v).orElse("nowhere") + " again.");
    }
    String words = "All is as it was.";
    if (swap.to().isPresent()) {
      Edition given = Edition.of(swap.plugin(), swap.to().get());
      words =
          emptying.empty(given, () -> false).orElseThrow()
              + " "
              + given.version()
              + " is uninstalled; its jar is kept.";
      proofs.accept(swap.id(), bays.remove(given));
    }
    return Done.of(State.ROLLED_BACK, words);
  }
}
