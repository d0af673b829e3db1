package io.svara.engine.fold;

import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Direction;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Replies on their way out. */
final class ReplyFold extends Fold {
  /** States in which the outbox has something to send, or is sending it. */
  private static final Set<ReplyState> IN_OUTBOX =
      EnumSet.of(ReplyState.QUEUED, ReplyState.SENDING);

  private static final Set<ReplyState> UNJUDGED =
      EnumSet.of(ReplyState.WAITING_FOR_GUARD, ReplyState.WAITING_FOR_APPROVAL);

  ReplyFold() {
    on(Event.ReplyDrafted.class, this::drafted);
    on(Event.ReplyMoved.class, this::moved);
  }

  private void drafted(Entry entry, Event.ReplyDrafted e, Brush b) {
    String message = Keys.position(entry.position());
    ReplyRow reply = ReplyRow.drafted(message, entry.position(), entry.recordedAt(), e);
    save(reply, b);
    b.save(MessageRow.drafted(message, entry.recordedAt(), e));
    // A file goes out once: whoever erases one answer must not take another's file along.
    e.files().stream()
        .flatMap(piece -> piece.blob().stream())
        .forEach(blob -> b.canvas().remove(Keys.FILE, blob.key()));
    if (e.automatic()) {
      e.recipient()
          .ifPresent(
              recipient ->
                  b.name(
                      Keys.AUTOMATIC,
                      Keys.of(e.account(), recipient, message),
                      entry.recordedAt().toString()));
    }
    CaseFold.change(
        entry,
        e.caseId(),
        b,
        c -> {
          c.heard(message, e.text(), Direction.OUT, entry.recordedAt(), Optional.empty());
          if (c.state() == CaseState.NEW && !e.automatic()) {
            c.moved(CaseState.OPEN, Optional.empty());
          }
        });
  }

  private void moved(Entry entry, Event.ReplyMoved e, Brush b) {
    b.state()
        .reply(e.reply())
        .ifPresent(
            reply -> {
              reply.moved(e, entry.revision());
              save(reply, b);
              if (e.to() == ReplyState.SENT) {
                sent(reply, e, b);
              }
            });
  }

  /**
   * The customer has an answer: the message gets the platform's id, and the case waits for the
   * customer.
   */
  private static void sent(ReplyRow reply, Event.ReplyMoved e, Brush b) {
    b.state()
        .message(reply.caseId(), reply.message())
        .ifPresent(
            message -> {
              e.platformId()
                  .ifPresent(
                      id -> {
                        dropEcho(reply, id, b);
                        joinThread(reply, id, b);
                        reply
                            .readers()
                            .forEach(
                                reader ->
                                    b.name(
                                        Keys.SENT_TO,
                                        Keys.of(reply.account(), reader.toLowerCase(Locale.ROOT)),
                                        id));
                        message.sent(id, e.link());
                        b.name(
                            Keys.PLATFORM,
                            Keys.of(reply.account(), id),
                            Keys.of(reply.caseId(), reply.message()));
                      });
              b.save(message);
            });
    b.state()
        .standing(reply.caseId())
        .ifPresent(
            c -> {
              // They may have written again while it was on its way; then they still wait.
              if (!c.isAnsweredBy(reply.message()) || reply.automatic()) {
                return;
              }
              c.answered();
              if (c.state() == CaseState.OPEN || c.state() == CaseState.NEW) {
                c.moved(CaseState.WAITING, Optional.empty());
              }
              b.save(c);
            });
  }

  /**
   * The platform's echo of our reply may come before its receipt; the thread shows the reply once.
   */
  private static void dropEcho(ReplyRow reply, String platformId, Brush b) {
    b.state()
        .messageByPlatform(reply.account(), platformId)
        .filter(m -> m.reply().isEmpty())
        .ifPresent(
            echo -> {
              b.canvas().remove(Keys.MESSAGE, Keys.of(echo.caseId(), echo.id()));
              b.canvas().unindex("message", echo.id());
            });
  }

  /**
   * A private answer to a public comment begins a conversation whose key only the platform's echo
   * tells; where the echo came before the receipt it stands among the ghosts.
   */
  private static void joinThread(ReplyRow reply, String platformId, Brush b) {
    b.state().ghosts(reply.account(), platformId).stream()
        .flatMap(g -> g.thread().stream())
        .filter(thread -> b.state().caseOfThread(reply.account(), thread).isEmpty())
        .forEach(thread -> b.name(Keys.THREAD, Keys.of(reply.account(), thread), reply.caseId()));
  }

  private static void save(ReplyRow reply, Brush b) {
    b.put(Keys.REPLY, reply.id(), reply);
    String turn = Keys.of(reply.account(), Keys.position(reply.order()));
    keep(Keys.OUTBOX, turn, IN_OUTBOX.contains(reply.state()), reply, b);
    // Apart from what is to be sent, so that those whose fate is not known hold up nobody.
    boolean unknown = reply.state() == ReplyState.UNKNOWN && !reply.needsAPerson();
    keep(Keys.UNKNOWN, turn, unknown, reply, b);
    keep(Keys.OPEN_REPLY, reply.id(), UNJUDGED.contains(reply.state()), reply, b);
  }

  private static void keep(String table, String key, boolean there, ReplyRow reply, Brush b) {
    if (there) {
      b.name(table, key, reply.id());
    } else {
      b.canvas().remove(table, key);
    }
  }
}
