package io.svara.host.bay;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is asked of the OSGi framework when a plugin goes. */
final class Framework {
  private static final int REFRESH_SECONDS = 20;

  private Framework() {}

  /**
   * Uninstalls a bundle and has the framework let go of exactly it: nobody imports from a plugin.
   *
   * @throws BundleException also when the framework does not let go in time
   */
  static void uninstall(Bundle bundle, BundleContext context)
      throws BundleException, InterruptedException {
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
