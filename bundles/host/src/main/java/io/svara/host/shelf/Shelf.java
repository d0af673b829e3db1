package io.svara.host.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs and starts the routed version of each plugin when the host starts. The jars in the
 * plugin folder are the truth; the framework's cache of bundles is made to agree with them and may
 * be deleted at any time.
 */
@Component(service = Shelf.class, immediate = true, configurationPid = "io.svara.host")
public final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final BundleContext context;
  private final Routes routes;
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  @Activate
  public Shelf(BundleContext context, @Reference Routes routes, ShelfConfig config) {
    this(context, routes, ShelfConfig.Folders.of(config, context));
  }

  Shelf(BundleContext context, Routes routes, ShelfConfig.Folders folders) {
    this.context = context;
    this.routes = routes;
    Stock stock = new Stock(folders.plugins());
    try {
      stock.takeFrom(new Stock(folders.shipped()));
      agreeWith(stock.jars());
    } catch (IOException unreadable) {
      LOG.error(
          "The plugins in {} cannot be read, so none is started: {}. Give access to the folder and"
              + " restart.",
          folders.plugins(),
          unreadable.getMessage());
    }
  }

  /** The bundles of plugins that are installed, running or not. */
  public List<Bundle> bundles() {
    return Stream.of(context.getBundles())
        .filter(bundle -> PluginJar.isPlugin(bundle.getLocation()))
        .toList();
  }

  /** Why a plugin could not be installed or started. */
  public Optional<String> trouble(Bundle bundle) {
    return Optional.ofNullable(troubles.get(bundle.getLocation()));
  }

  private void agreeWith(List<PluginJar> jars) {
    Map<String, List<PluginJar>> byName =
        jars.stream().collect(Collectors.groupingBy(PluginJar::name));
    Set<String> wanted = new LinkedHashSet<>();
    for (Map.Entry<String, List<PluginJar>> plugin : byName.entrySet()) {
      routed(plugin.getKey(), plugin.getValue()).ifPresent(jar -> wanted.add(jar.location()));
    }
    removeAllBut(wanted);
    jars.stream().filter(jar -> wanted.contains(jar.location())).forEach(this::start);
  }

  private Optional<PluginJar> routed(String name, List<PluginJar> jars) {
    List<Version> present = jars.stream().map(PluginJar::version).toList();
    return routes
        .version(name, present)
        .flatMap(version -> jars.stream().filter(jar -> jar.version().equals(version)).findFirst());
  }

  private void removeAllBut(Collection<String> wanted) {
    for (Bundle bundle : bundles()) {
      if (!wanted.contains(bundle.getLocation())) {
        try {
          bundle.uninstall();
          // Exactly this bundle: nobody imports from a plugin.
          context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
        } catch (BundleException unremoved) {
          trouble(bundle.getLocation(), "could not be removed", unremoved);
        }
      }
    }
  }

  private void start(PluginJar jar) {
    try {
      Bundle bundle = installed(jar);
      // Where the host runs, its plugins may run.
      int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
      bundle.adapt(BundleStartLevel.class).setStartLevel(level);
      // Transient: the routes decide at each start, not what the framework remembers.
      bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException | IOException failed) {
      trouble(jar.location(), "could not be started", failed);
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

  private void trouble(String location, String what, Exception why) {
    troubles.put(location, what + ": " + why.getMessage());
    LOG.error("Plugin {} {}: {}. Replace its jar and restart.", location, what, why.getMessage());
  }
}
