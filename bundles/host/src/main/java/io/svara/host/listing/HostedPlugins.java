package io.svara.host.listing;

import io.svara.engine.plugins.CutOffs;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.host.bay.HostedBays;
import io.svara.host.bay.RouteTable;
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
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All plugins: those whose services run, and those that should run and do not. */
@Component
public final class HostedPlugins implements Plugins {
  private final Shelf shelf;
  private final HostedBays bays;
  private final RouteTable routes;
  private final ConnectorRegistry connectors;
  private final CheckRegistry checks;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile CutOffs cutOffs;

  @Activate
  public HostedPlugins(
      @Reference Shelf shelf,
      @Reference HostedBays bays,
      @Reference RouteTable routes,
      @Reference ConnectorRegistry connectors,
      @Reference CheckRegistry checks) {
    this.shelf = shelf;
    this.bays = bays;
    this.routes = routes;
    this.connectors = connectors;
    this.checks = checks;
  }

  @Override
  public List<Plugin> all() {
    List<Plugin> running =
        new ArrayList<>(connectors.plugins().stream().map(this::orCutOff).toList());
    running.addAll(checks.plugins());
    Set<Edition> named =
        running.stream()
            .map(plugin -> Edition.of(plugin.name(), plugin.version()))
            .collect(Collectors.toSet());
    List<Edition> kept = shelf.kept();
    Stream<Plugin> resting =
        Stream.concat(
                bays.installed().stream(), kept.stream().filter(edition -> isWanted(edition, kept)))
            .distinct()
            .filter(edition -> !named.contains(edition))
            .map(edition -> resting(edition, kept));
    return Stream.concat(running.stream().map(this::withTrouble), resting)
        .sorted(Comparator.comparing(Plugin::name).thenComparing(Plugin::version))
        .toList();
  }

  private Plugin orCutOff(Plugin plugin) {
    CutOffs now = cutOffs;
    return now == null || !plugin.routed()
        ? plugin
        : plugin
            .channel()
            .flatMap(channel -> now.cutOff(channel, plugin.version()))
            .map(plugin::cutOff)
            .orElse(plugin);
  }

  /** Also of one that runs: of its components some may, while another blocks. */
  private Plugin withTrouble(Plugin plugin) {
    Optional<String> trouble =
        plugin.trouble().or(() -> bays.trouble(Edition.of(plugin.name(), plugin.version())));
    return new Plugin(
        plugin.name(),
        plugin.version(),
        plugin.kind(),
        plugin.channel(),
        plugin.routed(),
        plugin.state(),
        trouble);
  }

  /** Until routes are known each may be the one that is about to start. */
  private boolean isWanted(Edition edition, List<Edition> kept) {
    List<Version> present =
        kept.stream()
            .filter(one -> one.plugin().equals(edition.plugin()))
            .map(Edition::version)
            .toList();
    return !routes.isKnown()
        || routes.version(edition.plugin(), present).equals(Optional.of(edition.version()));
  }

  private Plugin resting(Edition edition, List<Edition> kept) {
    Optional<Bundle> bundle = bays.bundle(edition);
    Optional<String> trouble =
        bays.trouble(edition)
            .or(() -> bundle.flatMap(one -> connectors.trouble(one.getBundleId())));
    return new Plugin(
        edition.plugin(),
        edition.version().toString(),
        bundle.map(Kind::of).orElse(Kind.CHANNEL).word(),
        Optional.empty(),
        isWanted(edition, kept),
        trouble.isEmpty() ? "installed" : "failed",
        trouble);
  }
}
