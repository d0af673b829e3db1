package io.svara.host.listing;

import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.host.channel.ConnectorRegistry;
import io.svara.host.check.CheckReaders;
import io.svara.host.shelf.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All plugins: those whose services run, and those on the shelf whose services do not. */
@Component
public final class HostedPlugins implements Plugins {
  private final Shelf shelf;
  private final ConnectorRegistry connectors;
  private final CheckReaders checks;

  @Activate
  public HostedPlugins(
      @Reference Shelf shelf,
      @Reference ConnectorRegistry connectors,
      @Reference CheckReaders checks) {
    this.shelf = shelf;
    this.connectors = connectors;
    this.checks = checks;
  }

  @Override
  public List<Plugin> all() {
    List<Plugin> running = new ArrayList<>(connectors.plugins());
    for (Map.Entry<Bundle, String> check : checks.bundles().entrySet()) {
      Bundle bundle = check.getKey();
      Optional<String> trouble = Optional.of(check.getValue()).filter(text -> !text.isEmpty());
      running.add(plugin(bundle, "check", true, "running", trouble));
    }
    Set<String> named =
        running.stream().map(p -> p.name() + " " + p.version()).collect(Collectors.toSet());
    Stream<Plugin> resting =
        shelf.bundles().stream()
            .filter(bundle -> !named.contains(bundle.getSymbolicName() + " " + bundle.getVersion()))
            .map(this::resting);
    return Stream.concat(running.stream(), resting)
        .sorted(Comparator.comparing(Plugin::name).thenComparing(Plugin::version))
        .toList();
  }

  private Plugin resting(Bundle bundle) {
    Optional<String> trouble =
        shelf.trouble(bundle).or(() -> connectors.trouble(bundle.getBundleId()));
    return plugin(
        bundle, Kind.of(bundle).word(), false, trouble.isEmpty() ? "installed" : "failed", trouble);
  }

  private static Plugin plugin(
      Bundle bundle, String kind, boolean routed, String state, Optional<String> trouble) {
    return new Plugin(
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        kind,
        Optional.empty(),
        routed,
        state,
        trouble);
  }
}
