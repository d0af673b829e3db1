package io.svara.host.bay;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import io.svara.host.shelf.PluginJar;
import io.svara.host.shelf.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bays: what is to run in them is decided by the routes, and done by those who are asked. */
@Component(
    service = {Bays.class, HostedBays.class},
    configurationPid = "io.svara.host")
public final class HostedBays implements Bays {
  private static final Logger LOG = LoggerFactory.getLogger(HostedBays.class);

  private final Shelf shelf;
  private final RouteTable routes;
  private final Framework framework;
  private final Troubles troubles = new Troubles();
  private final Occupancy occupancy;
  private final Starts starts;
  private final Departures departures;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private final List<Occupants> kinds = new CopyOnWriteArrayList<>();

  @Activate
  public HostedBays(
      BundleContext context,
      @Reference Shelf shelf,
      @Reference RouteTable routes,
      BayConfig config) {
    this.shelf = shelf;
    this.routes = routes;
    this.framework = new Framework(context);
    this.occupancy = new Occupancy(framework, kinds);
    Turns turns = new Turns(Duration.ofSeconds(config.startSeconds()));
    this.starts = new Starts(framework, turns, troubles, occupancy);
    this.departures = new Departures(framework, turns, troubles);
  }

  /** The bundle of a version that is installed, running or not. */
  public Optional<Bundle> bundle(Edition edition) {
    return framework.bundle(edition);
  }

  /** Why a plugin does not run. */
  public Optional<String> trouble(Edition edition) {
    return troubles.of(edition);
  }

  @Override
  public void startRouted() {
    Map<String, List<PluginJar>> byName =
        shelf.jars().stream().collect(Collectors.groupingBy(jar -> jar.edition().plugin()));
    List<PluginJar> wanted =
        byName.entrySet().stream()
            .flatMap(plugin -> routed(plugin.getKey(), plugin.getValue()).stream())
            .toList();
    try {
      removeAllBut(wanted.stream().map(PluginJar::edition).toList());
      starts.all(wanted);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<PluginJar> routed(String plugin, List<PluginJar> jars) {
    List<Version> present = jars.stream().map(jar -> jar.edition().version()).toList();
    Optional<Version> version = routes.version(plugin, present);
    return jars.stream()
        .filter(jar -> version.equals(Optional.of(jar.edition().version())))
        .findFirst();
  }

  private void removeAllBut(List<Edition> wanted) throws InterruptedException {
    for (Bundle bundle : framework.plugins()) {
      Edition edition = Framework.edition(bundle);
      if (!wanted.contains(edition)) {
        try {
          departures.leave(edition, bundle);
        } catch (Unfit unremoved) {
          LOG.error("{} No route leads to it. Restart Svara.", unremoved.getMessage());
        }
      }
    }
  }

  @Override
  public void begin(Edition edition) throws Unfit, InterruptedException {
    PluginJar jar =
        shelf
            .jar(edition)
            .orElseThrow(
                () -> new Unfit(edition + " is not kept here any more; install it again."));
    boolean there = framework.bundle(edition).isPresent();
    try {
      starts.one(jar);
      occupancy.open(edition);
    } catch (Unfit unfit) {
      if (!there) {
        takeBack(edition, unfit);
      }
      throw unfit;
    }
  }

  /** What did not start well is to leave nothing; why it did not is what people are told. */
  private void takeBack(Edition edition, Unfit why) throws InterruptedException {
    try {
      remove(edition);
      troubles.note(edition, why.getMessage());
    } catch (Unfit stuck) {
      troubles.note(edition, why.getMessage() + " " + stuck.getMessage());
    }
  }

  @Override
  public void rerouted() {
    occupancy.rerouted();
  }

  @Override
  public boolean awaitIdle(Edition edition, Duration limit) throws InterruptedException {
    return occupancy.awaitIdle(edition, limit);
  }

  @Override
  public void endCalls(Edition edition) {
    occupancy.endCalls(edition);
  }

  @Override
  public Traffic traffic(Edition edition) {
    return occupancy.traffic(edition);
  }

  @Override
  public List<Edition> installed() {
    return framework.plugins().stream().map(Framework::edition).toList();
  }

  @Override
  public Remains remove(Edition edition) throws Unfit, InterruptedException {
    Optional<Bundle> bundle = framework.bundle(edition);
    if (bundle.isEmpty()) {
      return Remains.none(Saying.NOT_INSTALLED);
    }
    Remains remains = Unloaded.of(bundle.get());
    departures.leave(edition, bundle.get());
    return remains;
  }
}
