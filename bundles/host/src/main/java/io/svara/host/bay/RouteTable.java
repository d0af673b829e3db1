package io.svara.host.bay;

import io.svara.engine.plugins.Routes;
import java.util.Collection;
import java.util.Optional;
import org.osgi.framework.Version;
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
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Routes routes;

  /** Whether anything can be routed. */
  public boolean isKnown() {
    return routes != null;
  }

  /** The version that gets the work now. */
  public Optional<Version> version(String plugin, Collection<Version> present) {
    Routes now = routes;
    return now == null ? Optional.empty() : now.version(plugin, present);
  }
}
