package io.svara.host.check;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.DraftReaders;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import io.svara.host.call.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Asks the draft checks, all at once, each on a thread of its own and held only for that call. Of a
 * plugin that is here in several versions the newest reads.
 */
@Component(service = {DraftReaders.class, CheckReaders.class})
public final class CheckReaders implements DraftReaders {
  private static final LaneLimits LIMITS = new LaneLimits(32, 8, Duration.ofMillis(100));
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final BundleContext context;
  private final Map<ServiceReference<DraftCheck>, Lane> here = new HashMap<>();

  @Activate
  public CheckReaders(BundleContext context) {
    this.context = context;
  }

  @Reference(
      service = DraftCheck.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "vanish")
  void appear(ServiceReference<DraftCheck> check) {
    Bundle bundle = check.getBundle();
    if (bundle != null) {
      String label = bundle.getSymbolicName() + " " + bundle.getVersion();
      synchronized (here) {
        here.put(check, new Lane(label, bundle.getSymbolicName(), LIMITS));
      }
    }
  }

  void vanish(ServiceReference<DraftCheck> check) {
    synchronized (here) {
      here.remove(check);
    }
  }

  @Override
  public List<Reading> read(Draft draft) {
    List<Asked> asked = new ArrayList<>();
    newest().forEach((check, lane) -> asked.add(Asked.start(context, check, lane, draft)));
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    return asked.stream()
        .flatMap(one -> one.reading(Duration.ofNanos(deadline - System.nanoTime())).stream())
        .sorted(Comparator.comparing(Reading::check))
        .toList();
  }

  /** The bundles whose checks are asked, with what is wrong with them. */
  public Map<Bundle, String> bundles() {
    Map<Bundle, String> bundles = new HashMap<>();
    newest()
        .forEach(
            (check, lane) -> {
              if (check.getBundle() != null) {
                bundles.put(check.getBundle(), lane.trouble().orElse(""));
              }
            });
    return bundles;
  }

  /** Several checks of one bundle all read; of two versions of a bundle only the newer one's. */
  private Map<ServiceReference<DraftCheck>, Lane> newest() {
    Map<ServiceReference<DraftCheck>, Lane> all;
    synchronized (here) {
      all = new HashMap<>(here);
    }
    Map<String, Bundle> newest = new HashMap<>();
    for (ServiceReference<DraftCheck> check : all.keySet()) {
      Bundle bundle = check.getBundle();
      if (bundle != null) {
        newest.merge(
            bundle.getSymbolicName(),
            bundle,
            (one, other) -> one.getVersion().compareTo(other.getVersion()) >= 0 ? one : other);
      }
    }
    all.keySet().removeIf(check -> !newest.containsValue(check.getBundle()));
    return all;
  }

  /** One check that was asked. */
  private record Asked(String plugin, Work<List<Reading>> work, String refusal) {

    static Asked start(
        BundleContext context, ServiceReference<DraftCheck> check, Lane lane, Draft draft) {
      Bundle bundle = check.getBundle();
      String plugin = bundle == null ? "a check that has gone" : bundle.getSymbolicName();
      try {
        return new Asked(plugin, lane.start("read", () -> read(context, check, draft)), "");
      } catch (Busy busy) {
        return new Asked(plugin, null, busy.getMessage());
      }
    }

    private static List<Reading> read(
        BundleContext context, ServiceReference<DraftCheck> reference, Draft draft) {
      DraftCheck check = context.getService(reference);
      if (check == null) {
        return List.of();
      }
      try {
        Thread.currentThread().setContextClassLoader(check.getClass().getClassLoader());
        List<Remark> remarks = List.copyOf(check.read(draft));
        return List.of(new Reading(check.id(), remarks, java.util.Optional.empty()));
      } finally {
        context.ungetService(reference);
      }
    }

    /** What it said; nothing when it went away before it was asked. */
    List<Reading> reading(Duration left) {
      if (work == null) {
        return failed(refusal);
      }
      try {
        return work.await(left.isNegative() ? Duration.ZERO : left);
      } catch (Failed failed) {
        return failed(failed.getMessage());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return failed("Asking it was interrupted.");
      }
    }

    private List<Reading> failed(String why) {
      return List.of(new Reading(plugin, List.of(), java.util.Optional.of(why)));
    }
  }
}
