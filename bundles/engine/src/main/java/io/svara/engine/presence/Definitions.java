package io.svara.engine.presence;

import io.svara.engine.event.Event;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Scribe;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in the journal what each connector says of itself, so that its deliveries are authenticated
 * and its accounts shown while it does not run.
 */
@Component(service = Definitions.class, immediate = true)
public final class Definitions {
  private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

  private final Scribe scribe;
  private final Connectors connectors;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-definitions"));
  private final AutoCloseable watch;

  @Activate
  public Definitions(@Reference Scribe scribe, @Reference Connectors connectors) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.watch = connectors.watch(this::look);
    thread.scheduleWithFixedDelay(this::keep, 0, 2, TimeUnit.SECONDS);
  }

  @Deactivate
  void stop() throws Exception {
    watch.close();
    thread.shutdownNow();
  }

  private void look() {
    try {
      thread.execute(this::keep);
    } catch (RejectedExecutionException e) {
      LOG.debug("A connector changed while stopping.");
    }
  }

  private void keep() {
    try {
      connectors.running().forEach(this::keep);
    } catch (RuntimeException e) {
      LOG.debug("What connectors say of themselves cannot be kept yet: {}", e.toString());
    }
  }

  private void keep(Definition definition) {
    String channel = definition.descriptor().channel();
    if (scribe.state().channel(channel).equals(Optional.of(definition))) {
      return;
    }
    scribe.write(
        work -> {
          work.add("channel:" + channel, new Event.ChannelDefined(definition));
          return null;
        });
  }
}
