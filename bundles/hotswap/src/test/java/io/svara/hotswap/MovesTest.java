package io.svara.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Swaps.State;
import io.svara.hotswap.state.Moves;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovesTest {
  @Test
  void fromEverywhereBeforeGoneThereIsAWayBack() {
    assertThat(from(State.ROLLING_BACK, State.ROLLING_BACK)).isTrue();
    assertThat(Stream.of(State.values()).filter(state -> Moves.legal(state, State.ROLLING_BACK)))
        .containsExactlyInAnyOrder(
            State.STAGED, State.INSTALLED, State.ROUTED, State.DRAINED, State.ROLLING_BACK);
  }

  @Test
  void whatHasEndedStays() {
    assertThat(Stream.of(State.values()).filter(Moves::ended))
        .containsExactlyInAnyOrder(State.PROVEN, State.ROLLED_BACK, State.FAILED);
  }

  @Test
  void everyStateCanBeComeToAndEveryWayEnds() {
    Set<State> reached = EnumSet.of(State.STAGED);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (State from : EnumSet.copyOf(reached)) {
        for (State to : State.values()) {
          grew |= Moves.legal(from, to) && reached.add(to);
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(State.values());
  }

  private static boolean from(State from, State to) {
    return Moves.legal(from, to);
  }
}
