package io.svara.gateway.people;

import io.svara.engine.desk.Readiness;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.people.People;
import io.svara.engine.views.Views;
import io.svara.gateway.health.Opening;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Greets the operator at every start: makes the first user where there is none and, once Svara is
 * ready, prints a link to sign in by. On a thread of its own, which ends with that.
 */
@Component(service = Welcome.class, immediate = true)
public final class Welcome {
  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LAST_WRITE = Duration.ofSeconds(5);

  private final Journal journal;
  private final Views views;
  private final Readiness readiness;
  private final Opening opening;
  private final People people;
  private final FirstAdministrator first;
  private final PrintStream terminal;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  @Activate
  public Welcome(
      @Reference Journal journal,
      @Reference Views views,
      @Reference Readiness readiness,
      @Reference Opening opening,
      @Reference People people,
      @Reference UserDirectory users,
      @Reference Credentials credentials) {
    this(
        journal,
        views,
        readiness,
        opening,
        people,
        new FirstAdministrator(
            users,
            credentials,
            Path.of(System.getProperty("karaf.etc", "etc"), "initial-admin.properties")),
        System.out);
  }

  Welcome(
      Journal journal,
      Views views,
      Readiness readiness,
      Opening opening,
      People people,
      FirstAdministrator first,
      PrintStream terminal) {
    this.journal = journal;
    this.views = views;
    this.readiness = readiness;
    this.opening = opening;
    this.people = people;
    this.first = first;
    this.terminal = terminal;
    thread = new Thread(this::greet, "svara-welcome");
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets it end what it is writing: an interrupt would close the file under its hands. */
  @Deactivate
  void stop() throws InterruptedException {
    stopped.countDown();
    thread.join(LAST_WRITE.toMillis());
    if (thread.isAlive()) {
      LOG.warn(
          "The first user is still being written; if it is not kept, the next start makes it.");
    }
  }

  private void greet() {
    try {
      while (!views.await(journal.head(), PATIENCE)) {
        if (stops(Duration.ZERO)) {
          return;
        }
      }
      while (!administratorIsThere()) {
        if (stops(PATIENCE)) {
          return;
        }
      }
      opening.open(Opening.Part.FIRST_USER);
      while (!opening.isOpen() || !readiness.missing().isEmpty()) {
        if (stops(POLL)) {
          return;
        }
      }
      // The link is a secret: it is printed, and not logged.
      terminal.println("Svara: " + people.signInLink(Optional.empty()));
      terminal.flush();
      LOG.info("Svara is ready; a link to sign in by was printed to the terminal.");
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stops(Duration within) throws InterruptedException {
    return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean administratorIsThere() {
    try {
      if (first.ensure()) {
        LOG.info("The first user was made; see initial-admin.properties beside the configuration.");
      }
      return true;
    } catch (IOException e) {
      LOG.error(
          "The first user cannot be made, because initial-admin.properties cannot be written beside"
              + " the configuration; make that folder writable. Trying again.",
          e);
      return false;
    } catch (JournalUnavailable e) {
      LOG.error("The first user cannot be made: {} Trying again.", e.getMessage());
      return false;
    }
  }
}
