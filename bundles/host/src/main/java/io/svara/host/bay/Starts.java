package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.bay.Occupants.Arrivals;
import io.svara.host.call.Complaint;
import io.svara.host.shelf.PluginJar;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings versions in: installs and starts them, and waits until they have said what they are. */
record Starts(Framework framework, Turns turns, Troubles troubles, Occupancy occupancy) {
  private static final Logger LOG = LoggerFactory.getLogger(Starts.class);
  private static final Duration INTRODUCTION = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 5;

  /** Starts them side by side, so that one that blocks holds up nobody. */
  void all(List<PluginJar> jars) throws InterruptedException {
    List<Turn<Bundle>> begun = new ArrayList<>();
    for (PluginJar jar : jars) {
      try {
        begun.add(begin(jar));
      } catch (Unfit unfit) {
        give(jar.edition(), unfit);
      }
    }
    for (Turn<Bundle> one : begun) {
      try {
        one.await();
      } catch (Unfit unfit) {
        give(one.edition(), unfit);
      }
    }
  }

  private void give(Edition edition, Unfit unfit) {
    troubles.note(edition, unfit.getMessage());
    LOG.error("{} Its work waits.", unfit.getMessage());
  }

  /** Starts one, and returns when all that it brings is known. */
  void one(PluginJar jar) throws Unfit, InterruptedException {
    try {
      awaitIntroduced(jar.edition(), begin(jar).await());
    } catch (Unfit unfit) {
      troubles.note(jar.edition(), unfit.getMessage());
      throw unfit;
    }
  }

  private Turn<Bundle> begin(PluginJar jar) throws Unfit {
    return turns.begin(jar.edition(), "start", () -> start(jar));
  }

  private Bundle start(PluginJar jar) {
    try {
      Bundle bundle = framework.install(jar);
      framework.start(bundle);
      troubles.over(jar.edition());
      return bundle;
    } catch (BundleException | IOException failed) {
      throw new Complaint(failed.getMessage());
    }
  }

  private void awaitIntroduced(Edition edition, Bundle bundle) throws Unfit, InterruptedException {
    long end = System.nanoTime() + INTRODUCTION.toNanos();
    Arrivals arrivals = occupancy.arrivals(bundle);
    while (arrivals.known() == 0 || arrivals.unknown() > 0) {
      if (!arrivals.troubles().isEmpty()) {
        throw new Unfit(edition + " does not say what it is: " + arrivals.troubles().get(0));
      }
      if (System.nanoTime() > end) {
        throw new Unfit(
            edition
                + " started and brought nothing that Svara knows within "
                + INTRODUCTION.toSeconds()
                + " s; look in the log for a component of it that is not satisfied.");
      }
      Thread.sleep(LOOK_MILLIS);
      arrivals = occupancy.arrivals(bundle);
    }
  }
}
