package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which step leads on from which state. A state that is not here ends the work: it is an end, or
 * only time leads on from it.
 */
public record Steps(Map<State, Step> byState) {

  /**
   * The steps of every swap.
   *
   * @param patience how long calls of a version that is replaced may go on
   * @param proofs takes what is left of what was uninstalled, by swap id
   * @param routed the version that the route names now
   */
  public static Steps of(
      Bays bays,
      Jars jars,
      Supplier<Duration> patience,
      BiConsumer<String, Remains> proofs,
      Function<Swap, Optional<String>> routed) {
    Emptying emptying = new Emptying(bays, patience);
    return new Steps(
        Map.of(
            State.STAGED, new Install(bays),
            State.INSTALLED, new MoveRoute(bays),
            State.ROUTED, new Drain(bays, emptying),
            State.DRAINED, new Uninstall(bays, jars, proofs),
            State.ROLLING_BACK, new TurnBack(bays, emptying, routed, proofs)));
  }

  /** The step from the state. */
  public Optional<Step> from(State state) {
    return Optional.ofNullable(byState.get(state));
  }
}
