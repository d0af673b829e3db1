package io.svara.engine.fold;

import io.svara.engine.desk.CaseState;
import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Cases: their state, and what people do to them. */
final class CaseFold extends Fold {
  CaseFold() {
    on(Event.CaseOpened.class, this::opened);
    on(Event.CaseMoved.class, (entry, e, b) -> change(entry, e.caseId(), b, c -> move(c, e, b)));
    on(
        Event.CaseAssigned.class,
        (entry, e, b) -> change(entry, e.caseId(), b, c -> c.assigned(e.user())));
    on(
        Event.CasePrioritised.class,
        (entry, e, b) -> change(entry, e.caseId(), b, c -> c.prioritised(e.priority())));
    on(
        Event.CaseTagged.class,
        (entry, e, b) -> change(entry, e.caseId(), b, c -> c.tagged(e.tags())));
    on(Event.CaseMerged.class, this::merged);
    on(
        Event.CaseAbsorbed.class,
        (entry, e, b) ->
            change(entry, e.caseId(), b, c -> b.state().aCase(e.from()).ifPresent(c::absorbed)));
    on(Event.CaseReleased.class, this::released);
    on(Event.MessagesMoved.class, this::messagesMoved);
  }

  private void opened(Entry entry, Event.CaseOpened e, Brush b) {
    CaseRow row =
        CaseRow.opened(
            e.caseId(),
            e.channel(),
            e.account(),
            e.thread(),
            e.visibility(),
            e.contact(),
            entry.recordedAt());
    row.touched(entry.revision(), entry.position(), entry.recordedAt());
    b.name(Keys.THREAD, Keys.of(e.account(), e.thread()), e.caseId());
    b.save(row);
  }

  /** Reads the case of an entry, has it changed, and writes it back with its new version. */
  static void change(Entry entry, String caseId, Brush b, Consumer<CaseRow> change) {
    b.state()
        .aCase(caseId)
        .ifPresent(
            row -> {
              change.accept(row);
              row.touched(entry.revision(), entry.position(), entry.recordedAt());
              b.save(row);
            });
  }

  private static void move(CaseRow row, Event.CaseMoved e, Brush b) {
    unsnooze(row, b);
    row.moved(e.to(), e.until());
    row.snoozedUntil().ifPresent(t -> b.name(Keys.SNOOZED, snooze(t, row.id()), row.id()));
  }

  private static void unsnooze(CaseRow row, Brush b) {
    row.snoozedUntil().ifPresent(t -> b.canvas().remove(Keys.SNOOZED, snooze(t, row.id())));
  }

  private static String snooze(java.time.Instant until, String caseId) {
    return Keys.of(Keys.position(until.getEpochSecond()), caseId);
  }

  private void merged(Entry entry, Event.CaseMerged e, Brush b) {
    change(
        entry,
        e.caseId(),
        b,
        c -> {
          unsnooze(c, b);
          c.mergedInto(e.into());
        });
    b.state().aCase(e.caseId()).map(b.state()::thread).orElse(List.of()).forEach(b::save);
  }

  private void released(Entry entry, Event.CaseReleased e, Brush b) {
    change(entry, e.caseId(), b, c -> c.released(e.other(), e.state()));
    if (e.absorbed()) {
      b.state().aCase(e.caseId()).map(b.state()::thread).orElse(List.of()).forEach(b::save);
    }
  }

  private void messagesMoved(Entry entry, Event.MessagesMoved e, Brush b) {
    String from = e.undo() ? e.into() : e.caseId();
    String to = e.undo() ? e.caseId() : e.into();
    for (String id : e.messages()) {
      b.state().message(from, id).ifPresent(row -> moveMessage(row, from, to, b));
    }
    change(
        entry,
        e.caseId(),
        b,
        c -> {
          if (e.undo()) {
            c.rejoined(e.messages().size());
          } else {
            c.split(e.into(), e.messages());
          }
        });
    b.state().aCase(e.into()).ifPresent(other -> takeOver(entry, other, e, b));
  }

  private static void moveMessage(MessageRow row, String from, String to, Brush b) {
    b.canvas().remove(Keys.MESSAGE, Keys.of(from, row.id()));
    row.movedTo(to);
    b.save(row);
    if (row.account().isPresent() && row.platformId().isPresent()) {
      b.name(
          Keys.PLATFORM,
          Keys.of(row.account().get(), row.platformId().get()),
          Keys.of(to, row.id()));
    }
  }

  /**
   * The other case of a split hears the messages that came to it, or is put aside when they went
   * back.
   */
  private static void takeOver(Entry entry, CaseRow other, Event.MessagesMoved e, Brush b) {
    if (e.undo()) {
      unsnooze(other, b);
      other.mergedInto(e.caseId());
    } else {
      List<MessageRow> here = b.state().messages(other.id());
      here.forEach(m -> other.heard(m.id(), m.text(), m.direction(), m.at(), Optional.empty()));
      if (other.state() == CaseState.MERGED) {
        other.moved(CaseState.OPEN, Optional.empty());
      }
      followThreads(e.caseId(), other, here, b);
    }
    other.touched(other.version(), entry.position(), entry.recordedAt());
    b.save(other);
  }

  /** Threads of which no message stayed behind go on in the new case. */
  private static void followThreads(String left, CaseRow other, List<MessageRow> moved, Brush b) {
    List<MessageRow> stayed = b.state().messages(left);
    moved.stream()
        .flatMap(m -> m.thread().stream())
        .distinct()
        .filter(t -> stayed.stream().noneMatch(m -> m.thread().equals(Optional.of(t))))
        .forEach(t -> b.name(Keys.THREAD, Keys.of(other.account(), t), other.id()));
  }
}
