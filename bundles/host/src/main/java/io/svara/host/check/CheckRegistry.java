package io.svara.host.check;

import io.svara.api.check.DraftCheck;
import io.svara.engine.plugins.Plugin;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The draft checks that run. Of a plugin that is here in several versions the newest reads. */
@Component(service = CheckRegistry.class)
public final class CheckRegistry {
  private static final LaneLimits LIMITS = new LaneLimits(32, 8, Duration.ofMillis(100));

  private final BundleContext context;
  private final Map<ServiceReference<DraftCheck>, Check> here = new HashMap<>();

  @Activate
  public CheckRegistry(BundleContext context) {
    this.context = context;
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

  /** Several checks of one bundle all read; of two versions of a bundle only the newer one's. */
  List<Check> routed() {
    synchronized (here) {
      Map<String, Version> newest =
          here.values().stream()
              .collect(
                  Collectors.toMap(
                      Check::plugin,
                      Check::version,
                      BinaryOperator.maxBy(Comparator.naturalOrder())));
      return here.values().stream()
          .filter(check -> check.version().equals(newest.get(check.plugin())))
          .toList();
    }
  }

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
