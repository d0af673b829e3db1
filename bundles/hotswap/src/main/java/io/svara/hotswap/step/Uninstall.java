package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Bays.Traffic;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Unfit;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Uninstalls the old version; its jar is kept, so that it can be brought back. Of a plugin that is
 * removed altogether the jars are put away as well.
 *
 * @param proofs takes what can be asked afterwards, by swap id
 */
record Uninstall(Bays bays, Jars jars, BiConsumer<String, Remains> proofs) implements Step {

  @Override
  public Optional<Done> take(Swap swap, BooleanSupplier turned) throws Unfit, InterruptedException {
    String words = "There was nothing to uninstall.";
    if (swap.from().isPresent()) {
      Edition old = Edition.of(swap.plugin(), swap.from().get());
      Traffic traffic = bays.traffic(old);
      proofs.accept(swap.id(), bays.remove(old));
      words =
          old.version()
              + " is uninstalled, after "
              + traffic.calls()
              + " calls of which "
              + traffic.failures()
              + " failed.";
    } else {
      proofs.accept(swap.id(), Remains.none("There was no version before that could be left."));
    }
    if (swap.to().isEmpty()) {
      jars.retire(swap.plugin());
      words += " Its jars lie in the folder removed.";
    }
    return Done.of(State.UNINSTALLED, words);
  }
}
