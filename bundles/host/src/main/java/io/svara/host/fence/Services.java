package io.svara.host.fence;

import io.svara.host.shelf.PluginJar;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Who finds which services (OSGi Core 8, chapter 55): a plugin its own and those meant for plugins;
 * a plugin's services nobody but the host and the framework. Called by whichever thread looks or
 * registers, decides by the bundles' locations alone, and holds on to nothing.
 */
final class Services implements FindHook, EventListenerHook {
  /**
   * Interfaces of services that are meant for plugins. None: what a plugin needs comes with each
   * call, so that it ends with the call and is counted against the plugin.
   */
  private static final Set<String> MEANT_FOR_PLUGINS = Set.of();

  private final Bundle host;

  Services(Bundle host) {
    this.host = host;
  }

  @Override
  public void find(
      BundleContext asking,
      String name,
      String filter,
      boolean all,
      Collection<ServiceReference<?>> found) {
    Bundle viewer = asking.getBundle();
    found.removeIf(service -> !sees(viewer, service));
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listening) {
    ServiceReference<?> service = event.getServiceReference();
    listening.keySet().removeIf(listener -> !hears(listener, service));
  }

  private boolean hears(BundleContext listener, ServiceReference<?> service) {
    try {
      return sees(listener.getBundle(), service);
    } catch (IllegalStateException stopped) {
      // Its bundle has just stopped, and hears nothing any more whatever it was.
      return false;
    }
  }

  private boolean sees(Bundle viewer, ServiceReference<?> service) {
    // None when the service is unregistered at this moment.
    Bundle offering = service.getBundle();
    if (PluginJar.isPlugin(viewer)) {
      return viewer.equals(offering) || isMeantForPlugins(service);
    }
    return offering == null
        || !PluginJar.isPlugin(offering)
        || viewer.equals(host)
        || viewer.getBundleId() == Constants.SYSTEM_BUNDLE_ID;
  }

  private static boolean isMeantForPlugins(ServiceReference<?> service) {
    return Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS))
        .allMatch(MEANT_FOR_PLUGINS::contains);
  }
}
