package io.svara.host.bay;

import io.svara.engine.plugins.Bays.Traffic;
import io.svara.engine.plugins.Edition;
import io.svara.host.bay.Occupants.Arrivals;
import io.svara.host.call.Lane;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;

/**
 * What the versions brought, of whatever kind, and the calls that are under way in it.
 *
 * @param kinds as many as there are at the moment
 */
record Occupancy(Framework framework, List<Occupants> kinds) {

  Arrivals arrivals(Bundle bundle) {
    return kinds.stream()
        .map(kind -> kind.arrivals(bundle.getBundleId()))
        .reduce(Arrivals.NONE, Arrivals::plus);
  }

  void rerouted() {
    kinds.forEach(Occupants::rerouted);
  }

  /** Calls may begin. */
  void open(Edition edition) {
    lanes(edition).forEach(Lane::open);
  }

  boolean awaitIdle(Edition edition, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Lane lane : lanes(edition)) {
      if (!lane.awaitIdle(Duration.ofNanos(end - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  void endCalls(Edition edition) {
    lanes(edition).forEach(Lane::endCalls);
  }

  Traffic traffic(Edition edition) {
    return lanes(edition).stream()
        .map(lane -> new Traffic(lane.calls(), lane.failures(), lane.underWay(), lane.hanging()))
        .reduce(Traffic.NONE, Traffic::plus);
  }

  private List<Lane> lanes(Edition edition) {
    return framework.bundle(edition).stream()
        .flatMap(
            bundle -> kinds.stream().flatMap(kind -> kind.lanes(bundle.getBundleId()).stream()))
        .toList();
  }
}
