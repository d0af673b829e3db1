package io.svara.engine.outbox;

import io.svara.engine.desk.ReplyState;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Scribe;
import io.svara.engine.work.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
 * The outbox: for each account one reply at a time, in the order in which they were written, while
 * a connector runs and the account is sound. A reply that was being sent when the process died is
 * unknown, and is asked about, never blindly sent again.
 */
@Component(service = Outbox.class, configurationPid = "io.svara.outbox")
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int LOOK_AT = 100;

  /** Questions to the platform in one turn, so that what is to be sent does not wait for many. */
  private static final int ASK_AT_ONCE = 5;

  private final Scribe scribe;
  private final Connectors connectors;
  private final Sending sending;
  private final Rests rests = new Rests(System::nanoTime);
  private final Duration reconcileAfter;
  private final ExecutorService threads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-outbox-timer"));
  private final Turns turns;
  private final AutoCloseable watch;

  /** Settings: {@code etc/io.svara.outbox.cfg}. */
  public @interface Settings {
    /** How long to wait before the platform is asked about a reply whose fate is unknown. */
    int reconcileAfterSeconds() default 15;
  }

  @Activate
  public Outbox(
      @Reference Scribe scribe,
      @Reference Connectors connectors,
      @Reference Blobs blobs,
      @Reference CaseTokens tokens,
      Settings settings) {
    this(scribe, connectors, blobs, tokens, Duration.ofSeconds(settings.reconcileAfterSeconds()));
  }

  public Outbox(
      Scribe scribe,
      Connectors connectors,
      Blobs blobs,
      CaseTokens tokens,
      Duration reconcileAfter) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.reconcileAfter = reconcileAfter;
    this.sending = new Sending(scribe, connectors, new Packing(blobs, tokens));
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            r -> new Thread(r, "svara-outbox-" + count.incrementAndGet()));
    this.turns = new Turns(threads, this::turn);
    this.watch = connectors.watch(this::askAll);
    timer.scheduleWithFixedDelay(this::askAll, 1000, 500, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() throws Exception {
    watch.close();
    timer.shutdownNow();
    threads.shutdownNow();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn(
          "A delivery did not end within 5 seconds; its reply will be unknown and is asked about at the next start.");
    }
  }

  /** The account has something to send, or may go on. */
  public void ask(String account) {
    turns.ask(account);
  }

  private void askAll() {
    try {
      scribe.state().outboxes().forEach(turns::ask);
    } catch (RuntimeException e) {
      LOG.debug("The outbox cannot look yet: {}", e.toString());
    }
  }

  private void turn(String name) {
    try {
      // Soon after a start the views may still show a reply as queued that was being sent when the
      // process died.
      scribe.awaitCaughtUp();
      look(name);
    } catch (JournalUnavailable | Sending.Overtaken e) {
      LOG.debug("The turn of account {} comes later: {}", name, e.toString());
    }
  }

  private void look(String name) {
    Optional<AccountRow> account = scribe.state().account(name).filter(a -> a.fault().isEmpty());
    if (account.isEmpty() || connectors.running(account.get().channel()).isEmpty()) {
      return;
    }
    try {
      send(account.get());
      for (ReplyRow reply : scribe.state().unknown(name, ASK_AT_ONCE)) {
        askAbout(account.get(), reply);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(AccountRow account) throws InterruptedException {
    boolean resting = rests.isResting(account.name());
    for (ReplyRow reply : scribe.state().outbox(account.name(), LOOK_AT)) {
      if (reply.state() == ReplyState.SENDING) {
        sending.lost(reply);
      } else if (resting || !due(reply)) {
        return;
      } else {
        Sending.After after = sending.send(account, reply);
        if (after == Sending.After.REST) {
          rests.begin(account.name());
        } else if (after == Sending.After.GO_ON) {
          rests.end(account.name());
        }
        if (after != Sending.After.GO_ON) {
          return;
        }
      }
    }
  }

  private boolean due(ReplyRow reply) {
    return reply.notBefore().map(t -> !t.isAfter(scribe.clock().instant())).orElse(true);
  }

  private void askAbout(AccountRow account, ReplyRow reply) throws InterruptedException {
    Instant due = reply.movedAt().plus(reconcileAfter.multipliedBy(1L << (2 * reply.reconciled())));
    if (due(reply) && !due.isAfter(scribe.clock().instant())) {
      sending.reconcile(account, reply);
    }
  }
}
