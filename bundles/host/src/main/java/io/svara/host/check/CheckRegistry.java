package io.svara.host.check;

import io.svara.api.check.DraftCheck;
import io.svara.engine.plugins.Plugin;
import io.svara.host.bay.Occupants;
import io.svara.host.bay.RouteTable;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The draft checks that run, in all their versions. */
@Component(service = {CheckRegistry.class, Occupants.class})
public final class CheckRegistry implements Occupants {
  private static final LaneLimits LIMITS = new LaneLimits(32, 8, Duration.ofMillis(100));

  private final BundleContext context;
  private final RouteTable routes;
  private final Map<ServiceReference<DraftCheck>, Check> here = new HashMap<>();

  @Activate
  public CheckRegistry(BundleContext context, @Reference RouteTable routes) {
    this.context = context;
    this.routes = routes;
  }

  @Reference(
      service = DraftCheck.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "vanish")
  void appear(ServiceReference<DraftCheck> service) {
    String plugin = service.getBundle().getSymbolicName();
    Version version = service.getBundle().getVersion();
    Lane lane = new Lane(plugin + " " + version, plugin, LIMITS);
    synchronized (here) {
      here.put(service, new Check(context, service, plugin, version, lane));
    }
  }

  void vanish(ServiceReference<DraftCheck> service) {
    synchronized (here) {
      here.remove(service);
    }
  }

  /** Several checks of one bundle all read; of two versions of a bundle only the routed one's. */
  List<Check> routed() {
    synchronized (here) {
      Map<String, List<Version>> present =
          here.values().stream()
              .collect(
                  Collectors.groupingBy(
                      Check::plugin, Collectors.mapping(Check::version, Collectors.toList())));
      return here.values().stream()
          .filter(
              check ->
                  routes
                      .serving(check.plugin(), present.get(check.plugin()))
                      .equals(Optional.of(check.version())))
          .toList();
    }
  }

  /** A check has nothing to introduce: its service is all that there is to know. */
  @Override
  public Arrivals arrivals(long bundle) {
    return new Arrivals(0, lanes(bundle).size(), List.of());
  }

  @Override
  public List<Lane> lanes(long bundle) {
    synchronized (here) {
      return here.entrySet().stream()
          .filter(
              entry ->
                  entry.getKey().getBundle() != null
                      && entry.getKey().getBundle().getBundleId() == bundle)
          .map(entry -> entry.getValue().lane())
          .toList();
    }
  }

  /** Nobody waits for checks. */
  @Override
  public void rerouted() {}

  /** Those that run, as people see them. */
  public List<Plugin> plugins() {
    List<Check> routed = routed();
    synchronized (here) {
      return here.values().stream()
          .map(
              check ->
                  new Plugin(
                      check.plugin(),
                      check.version().toString(),
                      "check",
                      Optional.empty(),
                      routed.contains(check),
                      "running",
                      check.lane().trouble()))
          .distinct()
          .toList();
    }
  }
}
