package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Bays.Traffic;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<Said> said = new ArrayList<>();
    if (swap.from().isPresent()) {
      Edition old = Edition.of(swap.plugin(), swap.from().get());
      Traffic traffic = bays.traffic(old);
      proofs.accept(swap.id(), bays.remove(old));
      said.add(
          new Said(
              Saying.UNINSTALLED,
              Map.of(
                  "version",
                  old.version().toString(),
                  "calls",
                  String.valueOf(traffic.calls()),
                  "failures",
                  String.valueOf(traffic.failures()))));
    } else {
      said.add(Said.of(Saying.NOTHING_TO_UNINSTALL));
      proofs.accept(swap.id(), Remains.none(Saying.NONE_TO_BE_LEFT));
    }
    if (swap.to().isEmpty()) {
      jars.retire(swap.plugin());
      said.add(Said.of(Saying.JARS_PUT_AWAY));
    }
    return Done.of(State.UNINSTALLED, said.toArray(Said[]::new));
  }
}
