package io.svara.host.bay;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Unfit;
import io.svara.host.bay.Occupants.Arrivals;
import io.svara.host.call.Lane;
import io.svara.host.shelf.PluginJar;
import io.svara.host.shelf.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, starts, empties and uninstalls the bundles of plugins. */
@Component(service = {Bays.class, HostedBays.class})
public final class HostedBays implements Bays {
  private static final Logger LOG = LoggerFactory.getLogger(HostedBays.class);
  private static final Duration INTRODUCTION = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 5;

  private final BundleContext context;
  private final Shelf shelf;
  private final RouteTable routes;
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private final List<Occupants> kinds = new CopyOnWriteArrayList<>();

  @Activate
  public HostedBays(BundleContext context, @Reference Shelf shelf, @Reference RouteTable routes) {
    this.context = context;
    this.shelf = shelf;
    this.routes = routes;
  }

  /** The bundles of plugins that are installed, running or not. */
  public List<Bundle> bundles() {
    return Stream.of(context.getBundles())
        .filter(bundle -> PluginJar.isPlugin(bundle.getLocation()))
        .toList();
  }

  /** Why a plugin does not run. */
  public Optional<String> trouble(Edition edition) {
    return Optional.ofNullable(troubles.get(PluginJar.location(edition)));
  }

  @Override
  public void startRouted() {
    Map<String, List<PluginJar>> byName =
        shelf.jars().stream().collect(Collectors.groupingBy(jar -> jar.edition().plugin()));
    List<PluginJar> wanted =
        byName.entrySet().stream()
            .flatMap(plugin -> routed(plugin.getKey(), plugin.getValue()).stream())
            .toList();
    removeAllBut(wanted.stream().map(PluginJar::location).collect(Collectors.toSet()));
    for (PluginJar jar : wanted) {
      try {
        start(jar);
      } catch (Unfit unfit) {
        LOG.error("{} Install another version of it.", unfit.getMessage());
      }
    }
  }

  private Optional<PluginJar> routed(String plugin, List<PluginJar> jars) {
    List<Version> present = jars.stream().map(jar -> jar.edition().version()).toList();
    Optional<Version> version = routes.version(plugin, present);
    return jars.stream()
        .filter(jar -> version.equals(Optional.of(jar.edition().version())))
        .findFirst();
  }

  private void removeAllBut(Set<String> wanted) {
    for (Bundle bundle : bundles()) {
      if (!wanted.contains(bundle.getLocation())) {
        try {
          Framework.uninstall(bundle, context);
        } catch (BundleException unremoved) {
          LOG.error(
              "{} is not routed and could not be removed ({}); it gets no work. Restart Svara.",
              bundle,
              unremoved.getMessage());
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
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
    boolean there = context.getBundle(jar.location()) != null;
    try {
      awaitIntroduced(edition, start(jar));
    } catch (Unfit unfit) {
      if (!there) {
        remove(edition);
      }
      troubles.put(jar.location(), unfit.getMessage());
      throw unfit;
    }
  }

  private Bundle start(PluginJar jar) throws Unfit {
    try {
      Bundle bundle = installed(jar);
      if (bundle.getState() != Bundle.ACTIVE) {
        // Where the host runs, its plugins may run.
        int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
        // Transient: the routes decide at each start, not what the framework remembers.
        bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
      }
      troubles.remove(jar.location());
      return bundle;
    } catch (BundleException | IOException failed) {
      String what = jar.edition() + " could not be started: " + failed.getMessage() + ".";
      troubles.put(jar.location(), what);
      throw new Unfit(what, failed);
    }
  }

  private Bundle installed(PluginJar jar) throws BundleException, IOException {
    Bundle there = context.getBundle(jar.location());
    long changed = Files.getLastModifiedTime(jar.file()).toMillis();
    if (there != null && there.getLastModified() >= changed) {
      return there;
    }
    try (InputStream bytes = Files.newInputStream(jar.file())) {
      if (there == null) {
        return context.installBundle(jar.location(), bytes);
      }
      there.update(bytes);
      return there;
    }
  }

  private void awaitIntroduced(Edition edition, Bundle bundle) throws Unfit, InterruptedException {
    long end = System.nanoTime() + INTRODUCTION.toNanos();
    Arrivals arrivals = arrivals(bundle);
    while (arrivals.known() == 0 || arrivals.unknown() > 0) {
      if (!arrivals.troubles().isEmpty()) {
        throw new Unfit(edition + " does not say what it is: " + arrivals.troubles().get(0));
      }
      if (System.nanoTime() > end) {
        throw new Unfit(
            edition
                + " started and brought nothing that Svara knows within "
                + INTRODUCTION.toSeconds()
                + " s; look in the log for a component of it that is not satisfied.");
      }
      Thread.sleep(LOOK_MILLIS);
      arrivals = arrivals(bundle);
    }
  }

  private Arrivals arrivals(Bundle bundle) {
    return kinds.stream()
        .map(kind -> kind.arrivals(bundle.getBundleId()))
        .reduce(Arrivals.NONE, Arrivals::plus);
  }

  @Override
  public void rerouted() {
    kinds.forEach(Occupants::rerouted);
  }

  @Override
  public boolean awaitIdle(Edition edition, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Lane lane : lanes(edition)) {
      if (!lane.awaitIdle(Duration.ofNanos(end - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void endCalls(Edition edition) {
    lanes(edition).forEach(Lane::endCalls);
  }

  @Override
  public Traffic traffic(Edition edition) {
    return lanes(edition).stream()
        .map(lane -> new Traffic(lane.calls(), lane.failures(), lane.underWay(), lane.hanging()))
        .reduce(Traffic.NONE, Traffic::plus);
  }

  private List<Lane> lanes(Edition edition) {
    Bundle bundle = context.getBundle(PluginJar.location(edition));
    return bundle == null
        ? List.of()
        : kinds.stream().flatMap(kind -> kind.lanes(bundle.getBundleId()).stream()).toList();
  }

  @Override
  public List<Edition> installed() {
    return bundles().stream()
        .map(bundle -> new Edition(bundle.getSymbolicName(), bundle.getVersion()))
        .toList();
  }

  @Override
  public Remains remove(Edition edition) throws Unfit, InterruptedException {
    Bundle bundle = context.getBundle(PluginJar.location(edition));
    if (bundle == null) {
      return () -> new Remains.Look(true, List.of());
    }
    Unloaded remains = Unloaded.of(bundle);
    try {
      Framework.uninstall(bundle, context);
      troubles.remove(PluginJar.location(edition));
      return remains;
    } catch (BundleException failed) {
      throw new Unfit(edition + " could not be uninstalled: " + failed.getMessage() + ".", failed);
    }
  }
}
