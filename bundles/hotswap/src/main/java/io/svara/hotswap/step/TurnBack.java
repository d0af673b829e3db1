package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes a swap back: the old version runs, the route leads to it, the new one is emptied and
 * uninstalled.
 *
 * @param routed the version that the route of a plugin names now
 */
record TurnBack(Bays bays, Emptying emptying, Function<Swap, Optional<String>> routed)
    implements Step {

  @Override
  public Done take(Swap swap) throws Unfit, InterruptedException {
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
      words = emptying.empty(given) + " " + given.version() + " is uninstalled; its jar is kept.";
      bays.remove(given);
    }
    return Done.of(State.ROLLED_BACK, words);
  }
}
