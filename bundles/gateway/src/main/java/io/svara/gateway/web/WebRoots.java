package io.svara.gateway.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Serves the static files of every active bundle that says so in its manifest: {@code
 * Provide-Capability: svara.web;path="/";root="/web"}.
 */
@Component(service = WebRoots.class)
public final class WebRoots implements BundleTrackerCustomizer<List<WebRoot>> {
  private static final String NAMESPACE = "svara.web";

  private final List<WebRoot> roots = new CopyOnWriteArrayList<>();
  private final BundleTracker<List<WebRoot>> bundles;

  @Activate
  public WebRoots(BundleContext context) {
    bundles = new BundleTracker<>(context, Bundle.ACTIVE, this);
    bundles.open();
  }

  @Deactivate
  void close() {
    bundles.close();
  }

  /** The root that serves the path: of several, the one with the longest path of its own. */
  Optional<WebRoot> of(String path) {
    return roots.stream()
        .filter(root -> path.startsWith(root.path()))
        .max(Comparator.comparingInt(root -> root.path().length()));
  }

  @Override
  public List<WebRoot> addingBundle(Bundle bundle, BundleEvent event) {
    List<WebRoot> found = new ArrayList<>();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    for (BundleCapability capability : revision.getDeclaredCapabilities(NAMESPACE)) {
      String path = withSlash(text(capability, "path", "/"));
      String folder = withSlash(text(capability, "root", "/web"));
      found.add(new WebRoot(path, name -> bundle.getEntry(folder + name)));
    }
    roots.addAll(found);
    return found.isEmpty() ? null : found;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, List<WebRoot> found) {}

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, List<WebRoot> found) {
    roots.removeAll(found);
  }

  private static String text(BundleCapability capability, String name, String fallback) {
    return capability.getAttributes().getOrDefault(name, fallback).toString();
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
