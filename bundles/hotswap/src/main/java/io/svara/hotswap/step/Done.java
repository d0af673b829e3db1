package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.plugins.Said;
import java.util.List;
import java.util.Optional;

/**
 * What a step came to.
 *
 * @param said what was done
 * @param route where the work goes from now on; empty when the step leaves the route alone
 */
public record Done(State state, List<Said> said, Optional<Target> route) {

  static Optional<Done> of(State state, Said... said) {
    return Optional.of(new Done(state, List.of(said), Optional.empty()));
  }

  static Optional<Done> routing(State state, Optional<String> version, Said said) {
    return Optional.of(new Done(state, List.of(said), Optional.of(new Target(version))));
  }

  /**
   * Where work goes.
   *
   * @param version empty for nowhere: the work waits
   */
  public record Target(Optional<String> version) {}
}
