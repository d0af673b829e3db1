package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Routes;
import io.svara.host.shelf.PluginJar;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The routes for each call. They are known a moment later than the host is there: until then no
 * version is routed, and all work waits.
 */
@Component(service = RouteTable.class)
public final class RouteTable {
  private final BundleContext context;

  @Activate
  public RouteTable(BundleContext context) {
    this.context = context;
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Routes routes;

  /** Whether anything can be routed. */
  public boolean isKnown() {
    return routes != null;
  }

  /**
   * The version that gets the work among those that run. Svara's own bundles are no plugins: they
   * have no routes, whatever name a plugin gives itself.
   */
  public Optional<Version> serving(String name, Collection<Version> running) {
    return running.stream().anyMatch(version -> isPlugin(new Edition(name, version)))
        ? version(name, running)
        : running.stream().max(Comparator.naturalOrder());
  }

  private boolean isPlugin(Edition edition) {
    return context.getBundle(PluginJar.location(edition)) != null;
  }

  /** The version that gets the work now, of those that are here. */
  public Optional<Version> version(String plugin, Collection<Version> present) {
    Routes now = routes;
    return now == null ? Optional.empty() : now.version(plugin, present);
  }
}
