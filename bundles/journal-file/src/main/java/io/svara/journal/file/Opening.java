package io.svara.journal.file;

import io.svara.engine.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the journal and registers it as a service; where the folder cannot be had yet (a disk that
 * is read-only or not mounted, a process that still holds the lock), tries again each second. A
 * component that failed to activate would not be tried again by itself.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = JournalConfig.PID)
@Designate(ocd = JournalConfig.class)
public final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final String[] SERVICES = {Journal.class.getName(), FileJournal.class.getName()};
  private static final long PAUSE_MILLIS = 1_000;

  private final ScheduledExecutorService again =
      Executors.newSingleThreadScheduledExecutor(body -> new Thread(body, "svara-journal-opening"));
  private final BundleContext context;
  private final Path folder;
  private final Ledger ledger;
  private String said = "";
  private boolean stopped;
  private FileJournal journal;
  private ServiceRegistration<?> registration;

  @Activate
  public Opening(@Reference Ledger ledger, JournalConfig config, BundleContext context) {
    this.ledger = ledger;
    this.context = context;
    this.folder = Places.of(config, context).journal();
    attempt();
  }

  private synchronized void attempt() {
    if (stopped) {
      return;
    }
    try {
      journal = new FileJournal(folder, ledger);
      if (!said.isEmpty()) {
        LOG.info("The journal in {} is open now.", folder);
      }
      registration = context.registerService(SERVICES, journal, null);
    } catch (IOException e) {
      say(e);
      again.schedule(this::attempt, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void say(IOException failure) {
    String reason = Trouble.reason(failure);
    if (!reason.equals(said)) {
      said = reason;
      LOG.error(
          "The journal in {} cannot be opened: {}. Until it is, nothing is accepted. Make the"
              + " folder writable or name another in the configuration {}; it is tried again each"
              + " second, without a restart.",
          folder,
          reason,
          JournalConfig.PID,
          failure);
    }
  }

  @Deactivate
  synchronized void stop() throws IOException {
    stopped = true;
    again.shutdownNow();
    if (journal != null) {
      registration.unregister();
      journal.close();
    }
  }
}
