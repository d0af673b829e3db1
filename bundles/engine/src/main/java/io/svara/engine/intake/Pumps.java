package io.svara.engine.intake;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.event.Event;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Scribe;
import io.svara.engine.work.Turns;
import io.svara.engine.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves deliveries from the journal to cases: one source at a time in order, many sources beside
 * each other. A source whose connector does not run waits; the others go on.
 */
@Component(service = Pumps.class)
public final class Pumps {
  private static final Logger LOG = LoggerFactory.getLogger(Pumps.class);
  private static final int BATCH = 128;

  /** Of what came with messages, in bytes: so much is held in memory until it is kept. */
  private static final long HEAVY = 16L << 20;

  private final Scribe scribe;
  private final Blobs blobs;
  private final CaseTokens tokens;
  private final SecondReadings second;
  private final Attempts attempts;
  private final ExecutorService threads;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-pump-timer"));
  private final Turns turns;
  private final ConcurrentHashMap<String, Long> newest = new ConcurrentHashMap<>();
  private final AutoCloseable watch;

  @Activate
  public Pumps(
      @Reference Scribe scribe,
      @Reference Journal journal,
      @Reference Connectors connectors,
      @Reference Breakers breakers,
      @Reference Blobs blobs,
      @Reference CaseTokens tokens) {
    this.scribe = scribe;
    this.blobs = blobs;
    this.tokens = tokens;
    Parsing parsing = new Parsing(journal, connectors, scribe);
    this.second = new SecondReadings(scribe, connectors, breakers);
    this.attempts = new Attempts(scribe, connectors, breakers, second, parsing);
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(r -> new Thread(r, "svara-pump-" + count.incrementAndGet()));
    this.turns = new Turns(threads, this::pump);
    this.watch = connectors.watch(this::askAll);
    later.scheduleWithFixedDelay(this::askAll, 0, 5, TimeUnit.SECONDS);
  }

  @Deactivate
  void stop() throws Exception {
    watch.close();
    later.shutdownNow();
    threads.shutdownNow();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn(
          "A pump did not stop within 5 seconds; what it was reading is read again at the next start.");
    }
  }

  /** A delivery of the source is durable; it is read as soon as the views show it. */
  public void arrived(String source, long position) {
    newest.merge(source, position, Math::max);
    turns.ask(source);
  }

  /** There is a reason to look whether something of the source waits. */
  void ask(String source) {
    turns.ask(source);
  }

  private void askAll() {
    try {
      later.execute(
          () -> {
            scribe.state().pendingSources().forEach(turns::ask);
            scribe.state().failedSources().forEach(turns::ask);
          });
    } catch (java.util.concurrent.RejectedExecutionException e) {
      LOG.debug("Asked to look for deliveries while stopping.");
    }
  }

  private void pump(String source) {
    try {
      Long position = newest.remove(source);
      if (position != null) {
        scribe.awaitShown(position);
      }
      while (!Thread.currentThread().isInterrupted()) {
        second.take(source);
        List<Long> waiting = scribe.state().pending(source, BATCH);
        if (waiting.isEmpty() || !read(source, waiting)) {
          return;
        }
      }
    } catch (JournalUnavailable e) {
      LOG.warn("Reading what came from {} pauses: {}", source, e.getMessage());
    }
  }

  /**
   * Reads a run of deliveries by one version; false when none can read now and the rest waits. A
   * run ends before its end when the work went to another version.
   */
  private boolean read(String source, List<Long> positions) {
    List<Parsing.Read> read = new ArrayList<>();
    boolean goesOn = true;
    String version = "";
    long bytes = 0;
    for (long position : positions) {
      if (Thread.currentThread().isInterrupted()) {
        goesOn = false;
        break;
      }
      try {
        Optional<Attempts.Attempt> attempt = attempts.read(source, position);
        if (attempt.isEmpty()) {
          break;
        }
        version = attempt.get().version();
        read.add(attempt.get().read());
        bytes += Keeping.weight(attempt.get().read().items());
        if (bytes > HEAVY) {
          break;
        }
      } catch (Absent e) {
        goesOn = false;
        break;
      }
    }
    if (!read.isEmpty()) {
      decide(read, version);
    }
    return goesOn;
  }

  private void decide(List<Parsing.Read> read, String version) {
    Keeping kept = new Keeping(blobs);
    State before = scribe.state();
    read.forEach(one -> kept.keep(one.items(), one.accountOf(), before));
    decide(read, version, kept);
  }

  private void decide(List<Parsing.Read> read, String version, Keeping kept) {
    try {
      scribe.write(
          work -> {
            read.forEach(one -> decide(work, one, version, kept));
            return null;
          });
    } catch (JournalUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      if (read.size() > 1) {
        read.forEach(one -> decide(List.of(one), version, kept));
      } else {
        LOG.error(
            "Delivery {} was understood by its connector and not by Svara; it is in quarantine. Please report this.",
            read.get(0).delivery(),
            e);
        setAside(read.get(0), version, e);
      }
    }
  }

  private void decide(Work work, Parsing.Read read, String version, Keeping kept) {
    State state = work.state();
    boolean waiting =
        state
            .delivery(read.delivery())
            .map(d -> d.state() == Deliveries.State.WAITING)
            .orElse(false);
    if (!waiting) {
      return;
    }
    Reading reading = new Reading(work, read.delivery(), read.accountOf(), kept, tokens);
    read.items().forEach(reading::read);
    Outcomes outcomes = reading.outcomes();
    Optional<String> trouble = read.failure().or(outcomes::trouble);
    finish(work, read, version, outcomes, trouble, read.connectorFailed());
  }

  private static void finish(
      Work work,
      Parsing.Read read,
      String version,
      Outcomes outcomes,
      Optional<String> trouble,
      boolean connectorFailed) {
    work.tell(
        "reading",
        new Event.DeliveryRead(
            read.delivery(),
            version,
            trouble.isPresent() ? Deliveries.State.QUARANTINED : Deliveries.State.READ,
            trouble,
            outcomes.items(),
            outcomes.seen(),
            connectorFailed),
        OptionalLong.of(read.delivery()));
  }

  private void setAside(Parsing.Read read, String version, RuntimeException why) {
    scribe.write(
        work -> {
          finish(
              work,
              read,
              version,
              new Outcomes(),
              Optional.of(
                  "Svara failed on what the connector read: " + why.getClass().getSimpleName()),
              true);
          return null;
        });
  }
}
