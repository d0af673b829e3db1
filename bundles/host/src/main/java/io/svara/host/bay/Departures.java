package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.call.Complaint;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes versions out. The framework uninstalls no bundle whose start or stop has not ended; a
 * thread waits for that, so that the bundle goes the moment that it can, and nobody else waits.
 */
final class Departures {
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  /** The framework refreshes what was uninstalled, and that has a deadline of its own. */
  private static final Duration LEAVING = Duration.ofSeconds(30);

  /** A start or stop that was interrupted and given up seldom ends after all. */
  private static final Duration STUCK = Duration.ofSeconds(1);

  private final Framework framework;
  private final Turns turns;
  private final Troubles troubles;
  private final Map<Edition, FutureTask<Void>> underWay = new ConcurrentHashMap<>();

  Departures(Framework framework, Turns turns, Troubles troubles) {
    this.framework = framework;
    this.turns = turns;
    this.troubles = troubles;
  }

  /**
   * Stops and uninstalls a version.
   *
   * @throws Unfit when it is not gone; it goes by itself as soon as the framework lets it
   */
  void leave(Edition edition, Bundle bundle) throws Unfit, InterruptedException {
    stop(edition, bundle);
    FutureTask<Void> leaving = underWay.computeIfAbsent(edition, e -> leaving(e, bundle));
    Duration patience = turns.hangs(edition) ? STUCK : LEAVING;
    try {
      leaving.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stuck) {
      Unfit why =
          new Unfit(
              edition
                  + " could not be uninstalled, because code of its own hangs in its start or stop."
                  + " It gets no work, and is gone when that ends or when Svara restarts.",
              stuck);
      troubles.note(edition, why.getMessage());
      throw why;
    } catch (ExecutionException failed) {
      throw new Unfit(
          edition + " could not be uninstalled: " + failed.getCause().getMessage() + ".", failed);
    }
  }

  /** First and apart, because only here does code of the plugin run, and may be interrupted. */
  private void stop(Edition edition, Bundle bundle) throws InterruptedException {
    if (turns.hangs(edition) || underWay.containsKey(edition)) {
      return;
    }
    try {
      turns.begin(edition, "stop", () -> stopped(bundle)).await();
    } catch (Unfit unfit) {
      LOG.warn("{}", unfit.getMessage());
    }
  }

  private static boolean stopped(Bundle bundle) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
      return true;
    } catch (BundleException failed) {
      throw new Complaint(failed.getMessage());
    }
  }

  private FutureTask<Void> leaving(Edition edition, Bundle bundle) {
    FutureTask<Void> leaving =
        new FutureTask<>(
            () -> {
              try {
                framework.uninstall(bundle);
                troubles.over(edition);
                turns.over(edition);
              } finally {
                underWay.remove(edition);
              }
              return null;
            });
    Thread thread = new Thread(null, leaving, "svara-host-leaving-" + edition.plugin(), 0, false);
    thread.setDaemon(true);
    thread.start();
    return leaving;
  }
}
