package io.svara.engine.outbox;

import io.svara.api.channel.Capability;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.guard.TextDigest;
import io.svara.engine.guard.Verdict;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.work.Scribe;
import io.svara.engine.work.Work;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one reply, or finds out what became of it, and writes down what is then known. */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final String ENGINE = "svara";

  private final Scribe scribe;
  private final Connectors connectors;
  private final Packing packing;

  Sending(Scribe scribe, Connectors connectors, Packing packing) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.packing = packing;
  }

  /** What an attempt says about the next reply of the account. */
  enum After {
    /** It may be sent now. */
    GO_ON,
    /** Not before the reply that was tried; its own pause says when. */
    WAIT,
    /** Nobody answers as they should; the account rests a while. */
    REST
  }

  /** Hands the reply to the connector. */
  After send(AccountRow account, ReplyRow reply) throws InterruptedException {
    if (!judged(reply)) {
      LOG.error(
          "Reply {} of case {} is queued without a verdict on its very text; it is stopped. Write it again.",
          reply.id(),
          reply.caseId());
      move(reply, ReplyState.STOPPED, "There is no verdict on this very text.", known());
      return After.GO_ON;
    }
    Optional<Outbound> packed = packed(reply);
    if (packed.isEmpty()) {
      return After.GO_ON;
    }
    ReplyRow started = move(reply, ReplyState.SENDING, "", known());
    try {
      return sent(account, started, connectors.deliver(account.ref(), packed.get()));
    } catch (Absent e) {
      move(started, ReplyState.QUEUED, e.getMessage(), known());
      return After.WAIT;
    } catch (Failed e) {
      move(
          started,
          ReplyState.UNKNOWN,
          "The connector failed while sending: " + e.getMessage(),
          known());
      return After.REST;
    }
  }

  /** The reply with its files; where one is not to be had it is not sent, and says why. */
  private Optional<Outbound> packed(ReplyRow reply) throws InterruptedException {
    try {
      return Optional.of(packing.pack(scribe.state(), reply, scribe.clock().instant()));
    } catch (IOException e) {
      LOG.warn("Reply {} is not sent: a file of it cannot be read: {}", reply.id(), e.getMessage());
      move(
          reply,
          ReplyState.STOPPED,
          "A file of it cannot be read (" + e.getMessage() + "); write it again.",
          known());
      return Optional.empty();
    }
  }

  /** Asks the platform about a reply that is unknown. */
  void reconcile(AccountRow account, ReplyRow reply) throws InterruptedException {
    boolean able =
        scribe
            .state()
            .channel(account.channel())
            .map(d -> d.descriptor().capabilities().contains(Capability.RECONCILE))
            .orElse(false);
    if (!able) {
      move(
          reply,
          ReplyState.UNKNOWN,
          "The platform cannot be asked; look there, then decide.",
          known());
      return;
    }
    try {
      Outbound asked = packing.question(scribe.state(), reply, scribe.clock().instant());
      found(account, reply, connectors.reconcile(account.ref(), asked));
    } catch (Absent e) {
      LOG.info("Reply {} stays unknown: {}", reply.id(), e.getMessage());
    } catch (Failed e) {
      move(
          reply,
          ReplyState.UNKNOWN,
          "The connector failed while asking: " + e.getMessage(),
          known());
    }
  }

  /** After a crash: whether it left the house is not known. */
  void lost(ReplyRow reply) throws InterruptedException {
    move(
        reply,
        ReplyState.UNKNOWN,
        "Svara stopped while it was being sent; the platform is asked whether it arrived.",
        known());
  }

  private static boolean judged(ReplyRow reply) {
    String digest = TextDigest.of(reply.account(), reply.visibility(), reply.text());
    return reply
        .verdict()
        .filter(v -> v.digest().equals(digest))
        .map(v -> v.level() != Verdict.Level.FORBID)
        .orElse(false);
  }

  private After sent(AccountRow account, ReplyRow reply, Receipt receipt)
      throws InterruptedException {
    if (receipt instanceof Receipt.Accepted accepted) {
      arrived(reply, accepted);
      return After.GO_ON;
    }
    if (receipt instanceof Receipt.RetryAfter retry) {
      move(reply, ReplyState.QUEUED, retry.reason(), until(pause(retry.pause(), reply.attempts())));
      return After.WAIT;
    }
    if (receipt instanceof Receipt.NotDelivered not) {
      move(reply, ReplyState.QUEUED, not.reason(), known());
      return After.GO_ON;
    }
    if (receipt instanceof Receipt.Rejected rejected) {
      String reason = rejected.reason() + " (" + rejected.code() + ")";
      if (!rejected.account()) {
        move(reply, ReplyState.REJECTED, reason, known());
        return After.GO_ON;
      }
      fault(account, reply, ReplyState.QUEUED, reason);
      return After.WAIT;
    }
    move(reply, ReplyState.UNKNOWN, why(receipt), known());
    return After.REST;
  }

  /**
   * What the platform says when it is asked: only that it has the reply, or that it certainly has
   * it not, changes anything. That the question itself was refused says nothing about the reply.
   */
  private void found(AccountRow account, ReplyRow reply, Receipt receipt)
      throws InterruptedException {
    if (receipt instanceof Receipt.Accepted accepted) {
      arrived(reply, accepted);
    } else if (receipt instanceof Receipt.NotDelivered not) {
      move(reply, ReplyState.QUEUED, not.reason(), known());
    } else if (receipt instanceof Receipt.RetryAfter retry) {
      move(
          reply,
          ReplyState.UNKNOWN,
          retry.reason(),
          until(pause(retry.pause(), reply.reconciled())));
    } else if (receipt instanceof Receipt.Rejected rejected && rejected.account()) {
      fault(account, reply, ReplyState.UNKNOWN, rejected.reason() + " (" + rejected.code() + ")");
    } else {
      move(reply, ReplyState.UNKNOWN, why(receipt), known());
    }
  }

  private void arrived(ReplyRow reply, Receipt.Accepted accepted) throws InterruptedException {
    move(
        reply,
        ReplyState.SENT,
        "",
        new Known(Optional.empty(), Optional.of(accepted.platformId()), accepted.link()));
  }

  private static String why(Receipt receipt) {
    if (receipt instanceof Receipt.Unknown unknown) {
      return unknown.reason();
    }
    return receipt instanceof Receipt.Rejected rejected
        ? rejected.reason() + " (" + rejected.code() + ")"
        : "The connector gave no receipt.";
  }

  private void fault(AccountRow account, ReplyRow reply, ReplyState back, String reason)
      throws InterruptedException {
    LOG.warn(
        "Account {} cannot send: {} Mend the account, then resume it on the console's page Channels.",
        account.name(),
        reason);
    persist(
        () ->
            scribe.write(
                work -> {
                  requireUntouched(work, reply);
                  work.add("reply:" + reply.id(), moved(reply, back, reason, known(), work.now()));
                  work.add(
                      "account:" + account.name(),
                      new Event.AccountFaulted(account.name(), reason));
                  return null;
                }));
  }

  private Duration pause(Duration asked, int attempts) {
    Duration grown = Duration.ofSeconds(1L << Math.min(attempts, 10));
    Duration longer = asked.compareTo(grown) > 0 ? asked : grown;
    return longer.compareTo(LONGEST_PAUSE) > 0 && asked.compareTo(LONGEST_PAUSE) < 0
        ? LONGEST_PAUSE
        : longer;
  }

  /** What an attempt made known besides the state. */
  private record Known(
      Optional<Instant> notBefore, Optional<String> platformId, Optional<String> link) {}

  private static Known known() {
    return new Known(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Known until(Duration pause) {
    return new Known(
        Optional.of(scribe.clock().instant().plus(pause)), Optional.empty(), Optional.empty());
  }

  private ReplyRow move(ReplyRow reply, ReplyState to, String reason, Known known)
      throws InterruptedException {
    persist(
        () ->
            scribe.write(
                work -> {
                  requireUntouched(work, reply);
                  work.add("reply:" + reply.id(), moved(reply, to, reason, known, work.now()));
                  return null;
                }));
    return scribe.state().reply(reply.id()).orElseThrow();
  }

  /** What is decided on an old sight of a reply is not done: it may have been sent meanwhile. */
  private static void requireUntouched(Work work, ReplyRow seen) {
    boolean untouched =
        work.state().reply(seen.id()).filter(now -> now.revision() == seen.revision()).isPresent();
    if (!untouched) {
      throw new Overtaken(seen.id());
    }
  }

  /** The reply has moved on since it was looked at; nothing was written. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(String reply) {
      super("Reply " + reply + " has moved on since it was looked at.");
    }
  }

  private static Event.ReplyMoved moved(
      ReplyRow reply, ReplyState to, String reason, Known known, Instant now) {
    return new Event.ReplyMoved(
        reply.caseId(),
        reply.id(),
        to,
        reason,
        ENGINE,
        Optional.empty(),
        known.notBefore(),
        known.platformId(),
        known.link(),
        now);
  }

  /** What is known of a text that left must not be forgotten because the disk is full just now. */
  private static void persist(Runnable write) throws InterruptedException {
    while (true) {
      try {
        write.run();
        return;
      } catch (JournalUnavailable e) {
        LOG.warn("A receipt cannot be written down yet and is held: {}", e.getMessage());
        Thread.sleep(Duration.ofSeconds(1).toMillis());
      }
    }
  }
}
