package io.svara.host.listing;

import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.host.channel.ConnectorRegistry;
import io.svara.host.check.CheckRegistry;
import io.svara.host.shelf.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private final CheckRegistry checks;

  @Activate
  public HostedPlugins(
      @Reference Shelf shelf,
      @Reference ConnectorRegistry connectors,
      @Reference CheckRegistry checks) {
    this.shelf = shelf;
    this.connectors = connectors;
    this.checks = checks;
  }

  @Override
  public List<Plugin> all() {
    List<Plugin> running = new ArrayList<>(connectors.plugins());
    running.addAll(checks.plugins());
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
    return new Plugin(
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        Kind.of(bundle).word(),
        Optional.empty(),
        false,
        trouble.isEmpty() ? "installed" : "failed",
        trouble);
  }
}
