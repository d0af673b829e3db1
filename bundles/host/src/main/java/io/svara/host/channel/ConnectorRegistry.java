package io.svara.host.channel;

import io.svara.api.channel.Channel;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Plugin;
import io.svara.host.bay.Occupants;
import io.svara.host.bay.RouteTable;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import io.svara.host.call.Prestarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors that run, in all their versions. */
@Component(
    service = {ConnectorRegistry.class, Occupants.class},
    configurationPid = "io.svara.host")
public final class ConnectorRegistry implements Occupants {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorRegistry.class);

  private final Introduction introduction;
  private final RouteTable routes;
  private final ThreadPoolExecutor thread = Prestarted.pool("svara-host-arrivals", 1);
  private final Map<ServiceReference<Channel>, Optional<Connector>> here = new HashMap<>();
  private final Map<ServiceReference<Channel>, String> troubles = new HashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public ConnectorRegistry(BundleContext context, @Reference RouteTable routes, HostConfig config) {
    this.routes = routes;
    this.introduction =
        new Introduction(
            context,
            new LaneLimits(config.callsAtOnce(), config.hangingCalls(), Duration.ofSeconds(1)),
            Duration.ofSeconds(config.parseSeconds()),
            config.logLines());
  }

  /** Called while the plugin's bundle starts, so the connector itself is asked later. */
  @Reference(
      service = Channel.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "vanish")
  void appear(ServiceReference<Channel> service) {
    synchronized (here) {
      here.put(service, Optional.empty());
    }
    thread.execute(() -> introduce(service));
  }

  void vanish(ServiceReference<Channel> service) {
    synchronized (here) {
      here.remove(service);
      troubles.remove(service);
    }
    thread.execute(this::tell);
  }

  private void introduce(ServiceReference<Channel> service) {
    try {
      Optional<Connector> connector = introduction.ask(service);
      synchronized (here) {
        here.computeIfPresent(service, (same, unknown) -> connector);
      }
      connector.ifPresent(it -> LOG.info("Connector {} of {} runs.", it.label(), it.plugin()));
      tell();
    } catch (Failed | Busy wrong) {
      LOG.error("A connector is left out: {} Replace its plugin.", wrong.getMessage());
      synchronized (here) {
        if (here.containsKey(service)) {
          troubles.put(service, wrong.getMessage());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Arrivals arrivals(long bundle) {
    synchronized (here) {
      List<ServiceReference<Channel>> its =
          here.keySet().stream().filter(s -> isOf(s, bundle)).toList();
      List<String> wrong = its.stream().map(troubles::get).filter(Objects::nonNull).toList();
      int known = (int) its.stream().filter(s -> here.get(s).isPresent()).count();
      return new Arrivals(its.size() - known - wrong.size(), known, wrong);
    }
  }

  @Override
  public List<Lane> lanes(long bundle) {
    synchronized (here) {
      return here.entrySet().stream()
          .filter(entry -> isOf(entry.getKey(), bundle))
          .flatMap(entry -> entry.getValue().stream())
          .map(Connector::lane)
          .toList();
    }
  }

  private static boolean isOf(ServiceReference<?> service, long bundle) {
    return service.getBundle() != null && service.getBundle().getBundleId() == bundle;
  }

  @Override
  public void rerouted() {
    thread.execute(this::tell);
  }

  private void tell() {
    for (Runnable watcher : watchers) {
      try {
        watcher.run();
      } catch (RuntimeException wrong) {
        LOG.warn("Somebody who watches connectors could not take the news.", wrong);
      }
    }
  }

  AutoCloseable watch(Runnable changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }

  /** All of them, the unrouted ones too. */
  List<Connector> all() {
    synchronized (here) {
      return here.values().stream().flatMap(Optional::stream).toList();
    }
  }

  /** The routed one of each channel. */
  List<Connector> routed() {
    Map<String, List<Connector>> byChannel =
        all().stream().collect(Collectors.groupingBy(Connector::channel));
    List<Connector> routed = new ArrayList<>();
    byChannel.values().forEach(some -> routed(some).ifPresent(routed::add));
    return routed;
  }

  /** Where two plugins speak for one channel the higher version does, else the first by name. */
  private Optional<Connector> routed(Collection<Connector> ofOneChannel) {
    Map<String, List<Connector>> byPlugin =
        ofOneChannel.stream().collect(Collectors.groupingBy(Connector::plugin));
    return byPlugin.entrySet().stream()
        .flatMap(
            plugin -> {
              List<Version> present = plugin.getValue().stream().map(Connector::version).toList();
              Optional<Version> chosen = routes.serving(plugin.getKey(), present);
              return plugin.getValue().stream()
                  .filter(connector -> chosen.filter(connector.version()::equals).isPresent());
            })
        .max(
            Comparator.comparing(Connector::version)
                .thenComparing(Connector::plugin, Comparator.reverseOrder()));
  }

  /** Those that run, as people see them. */
  public List<Plugin> plugins() {
    List<Connector> routed = routed();
    return all().stream()
        .map(
            connector ->
                new Plugin(
                    connector.plugin(),
                    connector.version().toString(),
                    "channel",
                    Optional.of(connector.channel()),
                    routed.contains(connector),
                    "running",
                    connector.lane().trouble()))
        .toList();
  }

  /** Why a bundle's connectors could not be introduced. */
  public Optional<String> trouble(long bundle) {
    synchronized (here) {
      return troubles.entrySet().stream()
          .filter(entry -> isOf(entry.getKey(), bundle))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  @Deactivate
  void stop() {
    thread.shutdownNow();
  }
}
