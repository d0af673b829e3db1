package io.svara.engine.cases;

import io.svara.engine.desk.CaseState;
import io.svara.engine.event.Event;
import io.svara.engine.work.Scribe;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes snoozed cases when their time has come. */
@Component(service = Snoozes.class, immediate = true)
public final class Snoozes {
  private static final Logger LOG = LoggerFactory.getLogger(Snoozes.class);

  private final Scribe scribe;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-snoozes"));

  @Activate
  public Snoozes(@Reference Scribe scribe) {
    this.scribe = scribe;
    timer.scheduleWithFixedDelay(this::wake, 1, 1, TimeUnit.SECONDS);
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }

  private void wake() {
    try {
      scribe.state().awake(scribe.clock().instant()).forEach(this::wake);
    } catch (RuntimeException e) {
      LOG.debug("Snoozed cases cannot be looked at yet: {}", e.toString());
    }
  }

  private void wake(String id) {
    scribe.write(
        work -> {
          work.state()
              .aCase(id)
              .filter(c -> c.state() == CaseState.SNOOZED)
              .ifPresent(
                  c ->
                      work.add(
                          "case:" + id,
                          new Event.CaseMoved(
                              id, CaseState.OPEN, Optional.empty(), "svara", "its time has come")));
          return null;
        });
  }
}
