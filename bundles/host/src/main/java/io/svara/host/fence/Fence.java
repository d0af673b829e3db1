package io.svara.host.fence;

import io.svara.engine.plugins.Connectors.Failed;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import io.svara.host.call.Work;
import io.svara.host.shelf.PluginJar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the fence around plugins up before any component of the host is there that could start one,
 * and takes it down after the last: why this is an activator is in decisions.md.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Fence implements BundleActivator {
  private static final Logger LOG = LoggerFactory.getLogger(Fence.class);
  private static final Duration STOPPING = Duration.ofSeconds(5);
  private static final LaneLimits ONE = new LaneLimits(1, 1, Duration.ofSeconds(1));

  @Override
  public void start(BundleContext context) {
    context.registerService(ResolverHookFactory.class, new Wiring(), null);
    context.registerService(
        names(org.osgi.framework.hooks.service.FindHook.class, EventListenerHook.class),
        new Services(context.getBundle()),
        null);
    context.registerService(
        names(org.osgi.framework.hooks.bundle.FindHook.class, EventHook.class),
        new Bundles(),
        null);
  }

  private static String[] names(Class<?>... hooks) {
    return Stream.of(hooks).map(Class::getName).toArray(String[]::new);
  }

  /** No plugin runs without its fence; the routes start them again when the host is back. */
  @Override
  public void stop(BundleContext context) throws InterruptedException {
    List<Work<Boolean>> stopping = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      if (PluginJar.isPlugin(bundle) && bundle.getState() == Bundle.ACTIVE) {
        stopping.add(stop(bundle));
      }
    }
    for (Work<Boolean> one : stopping) {
      try {
        one.await(STOPPING);
      } catch (Failed failed) {
        LOG.warn("A plugin runs on without the host: {} Restart Svara.", failed.getMessage());
      }
    }
  }

  private static Work<Boolean> stop(Bundle plugin) {
    String name = plugin.getSymbolicName();
    try {
      return new Lane(name + " " + plugin.getVersion(), name, ONE)
          .start(
              "stop",
              () -> {
                plugin.stop(Bundle.STOP_TRANSIENT);
                return true;
              });
    } catch (Busy impossible) {
      throw new IllegalStateException("A new lane is free.", impossible);
    }
  }
}
