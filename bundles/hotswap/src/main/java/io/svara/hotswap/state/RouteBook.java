package io.svara.hotswap.state;

import io.svara.engine.plugins.Routes;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Version;

/** The routes in memory. A plugin of which none was ever written gets its newest version. */
final class RouteBook implements Routes {
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  void write(PluginRouted routed) {
    lines.put(routed.plugin(), new Line(routed, routed.version().map(Version::parseVersion)));
  }

  Optional<PluginRouted> written(String plugin) {
    return Optional.ofNullable(lines.get(plugin)).map(Line::routed);
  }

  @Override
  public Optional<Version> version(String plugin, Collection<Version> present) {
    Line line = lines.get(plugin);
    return line == null
        ? present.stream().max(Comparator.naturalOrder())
        : line.version().filter(present::contains);
  }

  private record Line(PluginRouted routed, Optional<Version> version) {}
}
