package io.svara.hotswap.state;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Step;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The payload of {@code swap.moved}; the first of a swap begins it.
 *
 * @param why what happened, or for the first what the operator said
 * @param said the same in parts, where the words are ours
 */
record SwapMoved(
    String id,
    String plugin,
    Optional<String> from,
    Optional<String> to,
    State state,
    Instant at,
    String by,
    String why,
    List<Said> said) {
  static final String KIND = "swap.moved";

  SwapMoved {
    said = Parts.known(said);
  }

  /** The swap after this. */
  Swap onto(Optional<Swap> before) {
    Step step = new Step(state, at, by, why, said);
    return before
        .map(
            swap ->
                new Swap(
                    id,
                    plugin,
                    from,
                    to,
                    state,
                    swap.by(),
                    swap.why(),
                    Stream.concat(swap.steps().stream(), Stream.of(step)).toList()))
        .orElseGet(() -> new Swap(id, plugin, from, to, state, by, why, List.of(step)));
  }
}
