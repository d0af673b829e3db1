package io.svara.hotswap.step;

import io.svara.engine.desk.Swaps.State;
import java.util.Optional;

/**
 * What a step came to.
 *
 * @param words what was done
 * @param route where the work goes from now on; empty when the step leaves the route alone
 */
public record Done(State state, String words, Optional<Target> route) {

  static Optional<Done> of(State state, String words) {
    return Optional.of(new Done(state, words, Optional.empty()));
  }

  static Optional<Done> routing(State state, Optional<String> version, String words) {
    return Optional.of(new Done(state, words, Optional.of(new Target(version))));
  }

  /**
   * Where work goes.
   *
   * @param version empty for nowhere: the work waits
   */
  public record Target(Optional<String> version) {}
}
