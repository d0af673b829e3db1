package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import io.svara.host.shelf.PluginJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is asked of the OSGi framework for plugins. */
record Framework(BundleContext context) {
  private static final int REFRESH_SECONDS = 20;
  private static final int ATTEMPTS = 3;

  /**
   * Held while a plugin is installed and resolved: of two at once, one now and then found no api
   * (seen in 2 of 10 starts of the distribution on 22 November 2026; see decisions.md).
   */
  private static final Object RESOLVING = new Object();

  /** The bundles of plugins that are installed, running or not. */
  List<Bundle> plugins() {
    return Stream.of(context.getBundles()).filter(PluginJar::isPlugin).toList();
  }

  Optional<Bundle> bundle(Edition edition) {
    return Optional.ofNullable(context.getBundle(PluginJar.location(edition)));
  }

  static Edition edition(Bundle bundle) {
    return new Edition(bundle.getSymbolicName(), bundle.getVersion());
  }

  /**
   * Installs a jar, or has its bundle take the jar's bytes where these are newer. One that runs
   * stays as it is: a jar that was only touched must not stop it under load.
   */
  Bundle install(PluginJar jar) throws BundleException, IOException {
    synchronized (RESOLVING) {
      Bundle bundle = installed(jar);
      // What it lacks, if anything, is told by its start.
      context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
      return bundle;
    }
  }

  private Bundle installed(PluginJar jar) throws BundleException, IOException {
    Bundle there = context.getBundle(jar.location());
    long changed = Files.getLastModifiedTime(jar.file()).toMillis();
    if (there != null
        && (there.getState() == Bundle.ACTIVE || there.getLastModified() >= changed)) {
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

  /** Code of the plugin runs in this: its activator, and its immediate components. */
  void start(Bundle bundle) throws BundleException {
    if (bundle.getState() == Bundle.ACTIVE) {
      return;
    }
    // Where the host runs, its plugins may run. Asked for only when it is not so already: the
    // framework's one thread for start levels sees to it, and waits for a bundle that hangs.
    int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
    BundleStartLevel own = bundle.adapt(BundleStartLevel.class);
    if (own.getStartLevel() != level) {
      own.setStartLevel(level);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        // Transient: the routes decide at each start, not what the framework remembers.
        bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        return;
      } catch (BundleException unresolved) {
        if (unresolved.getType() != BundleException.RESOLVE_ERROR || attempt == ATTEMPTS) {
          throw unresolved;
        }
        synchronized (RESOLVING) {
          context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
        }
      }
    }
  }

  /**
   * Uninstalls a bundle and has the framework let go of exactly it: nobody imports from a plugin.
   *
   * @throws BundleException also when the framework does not let go in time
   */
  void uninstall(Bundle bundle) throws BundleException, InterruptedException {
    bundle.uninstall();
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> refreshed.countDown());
    if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
      throw new BundleException(
          "the framework did not refresh it within " + REFRESH_SECONDS + " s");
    }
  }
}
