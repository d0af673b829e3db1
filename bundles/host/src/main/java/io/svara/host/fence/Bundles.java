package io.svara.host.fence;

import io.svara.host.shelf.PluginJar;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;

/**
 * Which bundles a plugin sees: itself (OSGi Core 8, chapter 56). The framework's own bundle would
 * give it a context that nothing is hidden from, and the api's classes come without their bundle.
 */
final class Bundles implements FindHook, EventHook {

  @Override
  public void find(BundleContext asking, Collection<Bundle> found) {
    Bundle viewer = asking.getBundle();
    if (PluginJar.isPlugin(viewer)) {
      found.removeIf(bundle -> !bundle.equals(viewer));
    }
  }

  @Override
  public void event(BundleEvent event, Collection<BundleContext> listening) {
    listening.removeIf(listener -> !hears(listener, event.getBundle()));
  }

  private static boolean hears(BundleContext listener, Bundle bundle) {
    try {
      Bundle viewer = listener.getBundle();
      return viewer.equals(bundle) || !PluginJar.isPlugin(viewer);
    } catch (IllegalStateException stopped) {
      // Its bundle has just stopped, and hears nothing any more whatever it was.
      return false;
    }
  }
}
