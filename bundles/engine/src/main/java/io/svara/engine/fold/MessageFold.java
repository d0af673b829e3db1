package io.svara.engine.fold;

import io.svara.api.channel.Inbound.Standing;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.Direction;
import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The messages of cases, and what is known of those that no case has. */
final class MessageFold extends Fold {
  MessageFold() {
    on(Event.MessageReceived.class, this::received);
    on(Event.MessageEdited.class, this::edited);
    on(Event.MessageRemoved.class, this::removed);
    on(Event.MessageStood.class, this::stood);
    on(Event.MessageUndelivered.class, this::undelivered);
    on(Event.ThreadJoined.class, this::joined);
    on(Event.GhostKept.class, this::ghost);
    on(Event.NoteWritten.class, this::note);
  }

  /**
   * A message counts once for its platform id. That it is known already can be true here although
   * it was not when it was decided: the reply's receipt and its echo are written by two threads,
   * and only the journal tells which came first.
   */
  private void received(Entry entry, Event.MessageReceived e, Brush b) {
    if (b.state().messageByPlatform(e.account(), e.platformId()).isPresent()) {
      joinUnlessKnown(e, b);
      CaseFold.change(entry, e.caseId(), b, c -> {});
      return;
    }
    MessageRow row = MessageRow.received(Keys.position(entry.position()), e);
    b.name(Keys.PLATFORM, Keys.of(e.account(), e.platformId()), Keys.of(e.caseId(), row.id()));
    joinUnlessKnown(e, b);
    e.letter().map(Event.Post::aliases).orElse(List.of()).stream()
        .forEach(alias -> b.name(Keys.ALIAS, Keys.of(e.account(), alias), e.caseId()));
    b.save(row);
    CaseFold.change(
        entry,
        e.caseId(),
        b,
        c -> {
          e.letter().map(Event.Post::subject).ifPresent(c::isAbout);
          if (row.automatic() && !e.own()) {
            c.toldByAMachine(e.text(), e.sentAt());
          } else {
            c.heard(row.id(), e.text(), row.direction(), e.sentAt(), e.rating());
          }
          if (e.own() && !row.automatic()) {
            c.answered();
          }
        });
  }

  private static void joinUnlessKnown(Event.MessageReceived e, Brush b) {
    if (b.state().caseOfThread(e.account(), e.thread()).isEmpty()) {
      b.name(Keys.THREAD, Keys.of(e.account(), e.thread()), e.caseId());
    }
  }

  private void edited(Entry entry, Event.MessageEdited e, Brush b) {
    on(
        entry,
        e.caseId(),
        e.account(),
        e.platformId(),
        b,
        m -> m.edited(e.text(), e.attachments(), e.rating()));
    CaseFold.change(
        entry,
        e.caseId(),
        b,
        c -> {
          e.rating().ifPresent(c::rated);
          newest(c, e.account(), e.platformId(), b).ifPresent(m -> c.silenced(m.text()));
        });
  }

  private void removed(Entry entry, Event.MessageRemoved e, Brush b) {
    on(entry, e.caseId(), e.account(), e.platformId(), b, m -> m.removed(e.at()));
    CaseFold.change(
        entry,
        e.caseId(),
        b,
        c -> newest(c, e.account(), e.platformId(), b).ifPresent(m -> c.silenced("")));
  }

  private void stood(Entry entry, Event.MessageStood e, Brush b) {
    if (e.standing() == Standing.HIDDEN || e.standing() == Standing.SHOWN) {
      on(
          entry,
          e.caseId(),
          e.account(),
          e.about(),
          b,
          m -> m.hidden(e.standing() == Standing.HIDDEN));
    }
    CaseFold.change(entry, e.caseId(), b, c -> {});
  }

  private void undelivered(Entry entry, Event.MessageUndelivered e, Brush b) {
    CaseMessage.Undelivered news =
        new CaseMessage.Undelivered(e.recipient(), e.permanent(), e.code(), e.reason(), e.at());
    on(entry, e.caseId(), e.account(), e.platformId(), b, m -> m.undelivered(news));
    CaseFold.change(entry, e.caseId(), b, c -> {});
  }

  private static void on(
      Entry entry,
      String caseId,
      String account,
      String platformId,
      Brush b,
      Consumer<MessageRow> change) {
    b.state()
        .messageByPlatform(account, platformId)
        .ifPresent(
            row -> {
              change.accept(row);
              b.save(row);
            });
  }

  /** The message, if it is the one that the case's excerpt shows. */
  private static Optional<MessageRow> newest(
      CaseRow c, String account, String platformId, Brush b) {
    return b.state()
        .messageByPlatform(account, platformId)
        .filter(
            m ->
                b
                    .canvas()
                    .range(
                        Keys.MESSAGE,
                        Keys.within(c.id()),
                        Keys.within(c.id()) + Character.MAX_VALUE,
                        true,
                        1)
                    .stream()
                    .anyMatch(r -> r.key().equals(Keys.of(c.id(), m.id()))));
  }

  private void joined(Entry entry, Event.ThreadJoined e, Brush b) {
    b.name(Keys.THREAD, Keys.of(e.account(), e.thread()), e.caseId());
    CaseFold.change(entry, e.caseId(), b, c -> {});
  }

  private void ghost(Entry entry, Event.GhostKept e, Brush b) {
    b.put(
        Keys.GHOST,
        Keys.of(e.account(), e.platformId(), e.what(), Keys.position(entry.position())),
        new GhostRow(
            e.account(), e.platformId(), e.what(), e.thread(), e.author(), e.text(), e.at()));
  }

  private void note(Entry entry, Event.NoteWritten e, Brush b) {
    b.save(MessageRow.note(Keys.position(entry.position()), entry.recordedAt(), e));
    CaseFold.change(
        entry,
        e.caseId(),
        b,
        c ->
            c.heard(
                Keys.position(entry.position()),
                e.text(),
                Direction.NOTE,
                entry.recordedAt(),
                Optional.empty()));
  }

  /** A message whose payload was destroyed: that there was one is all that is left. */
  static void destroyed(Entry entry, Direction direction, Brush b) {
    String caseId = entry.stream().substring(entry.stream().indexOf(':') + 1);
    b.save(
        MessageRow.destroyed(
            Keys.position(entry.position()), caseId, direction, entry.recordedAt()));
    CaseFold.change(
        entry,
        caseId,
        b,
        c ->
            c.heard(
                Keys.position(entry.position()),
                "",
                direction,
                entry.recordedAt(),
                Optional.empty()));
  }
}
