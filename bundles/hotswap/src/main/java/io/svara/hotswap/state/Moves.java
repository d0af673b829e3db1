package io.svara.hotswap.state;

import static io.svara.engine.desk.Swaps.State.DRAINED;
import static io.svara.engine.desk.Swaps.State.FAILED;
import static io.svara.engine.desk.Swaps.State.INSTALLED;
import static io.svara.engine.desk.Swaps.State.PROVEN;
import static io.svara.engine.desk.Swaps.State.ROLLED_BACK;
import static io.svara.engine.desk.Swaps.State.ROLLING_BACK;
import static io.svara.engine.desk.Swaps.State.ROUTED;
import static io.svara.engine.desk.Swaps.State.STAGED;
import static io.svara.engine.desk.Swaps.State.UNINSTALLED;

import io.svara.engine.desk.Swaps.State;
import java.util.Map;
import java.util.Set;

/** The legal moves of a swap: the one table. */
public final class Moves {
  private static final Map<State, Set<State>> LEGAL =
      Map.of(
          STAGED, Set.of(INSTALLED, ROLLING_BACK),
          INSTALLED, Set.of(ROUTED, ROLLING_BACK),
          ROUTED, Set.of(DRAINED, ROLLING_BACK),
          // It fails when the old version does not leave or its jars cannot be put away; that is no
          // reason to give it the work back.
          DRAINED, Set.of(UNINSTALLED, ROLLING_BACK, FAILED),
          // Into itself when something is said of what is left of the old version.
          UNINSTALLED, Set.of(UNINSTALLED, PROVEN),
          PROVEN, Set.of(),
          // Into itself when the route was moved back and the new version is still to be removed.
          ROLLING_BACK, Set.of(ROLLING_BACK, ROLLED_BACK, FAILED),
          ROLLED_BACK, Set.of(),
          FAILED, Set.of());

  private Moves() {}

  /** Whether a swap may go from the one to the other. */
  public static boolean legal(State from, State to) {
    return LEGAL.get(from).contains(to);
  }

  /** Whether nothing follows any more. */
  public static boolean ended(State state) {
    return LEGAL.get(state).isEmpty();
  }

  /** Whether the old version is gone as it should. */
  public static boolean succeeded(State state) {
    return state == UNINSTALLED || state == PROVEN;
  }

  /** Whether the swap is in nobody's way any more: it has ended, or only the proof is missing. */
  public static boolean resting(State state) {
    return state == UNINSTALLED || ended(state);
  }
}
