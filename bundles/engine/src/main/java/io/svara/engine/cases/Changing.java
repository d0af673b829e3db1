package io.svara.engine.cases;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.work.Ids;
import io.svara.engine.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a person's change to a case is legal, and says it as events. */
final class Changing {
  private static final int MAX_TAGS = 20;
  private static final int MAX_TAG = 40;
  private static final int MAX_NOTE = 20_000;

  private final Work work;
  private final CaseRow row;
  private final String by;

  Changing(Work work, CaseRow row, Actor actor) {
    this.work = work;
    this.row = row;
    this.by = actor.user();
  }

  void apply(CaseChange change) {
    if (row.state() == CaseState.MERGED) {
      throw Refused.illegal(
          "Case "
              + row.id()
              + " became a part of "
              + row.mergedInto().orElse("another")
              + "; change that one, or undo the merge there.");
    }
    if (change instanceof CaseChange.Move move) {
      move(move);
    } else if (change instanceof CaseChange.Assign assign) {
      add(new Event.CaseAssigned(row.id(), assign.user(), by));
    } else if (change instanceof CaseChange.Prioritise prioritise) {
      prioritise(prioritise.priority());
    } else if (change instanceof CaseChange.Tag tag) {
      tag(tag.tags());
    } else if (change instanceof CaseChange.Note note) {
      note(note.text());
    } else if (change instanceof CaseChange.MergeInto merge) {
      merge(merge.caseId());
    } else if (change instanceof CaseChange.Split split) {
      split(split.messages());
    } else if (change instanceof CaseChange.Undo) {
      undo();
    }
  }

  private void add(Event event) {
    work.add("case:" + row.id(), event);
  }

  private void move(CaseChange.Move move) {
    if (move.to() == CaseState.MERGED || !row.state().mayBecome(move.to())) {
      throw Refused.illegal(
          "Case "
              + row.id()
              + " is "
              + row.state()
              + " and cannot become "
              + move.to()
              + "; it can become "
              + row.state().moves()
              + ".");
    }
    Optional<Instant> until = move.until();
    if (move.to() == CaseState.SNOOZED && until.map(t -> !t.isAfter(work.now())).orElse(true)) {
      throw Refused.invalid("To snooze a case, give in 'until' a time that is still to come.");
    }
    add(new Event.CaseMoved(row.id(), move.to(), until, by, ""));
  }

  private void prioritise(int priority) {
    if (priority < 1 || priority > 5) {
      throw Refused.invalid("A priority goes from 1 (most urgent) to 5, not " + priority + ".");
    }
    add(new Event.CasePrioritised(row.id(), priority, by));
  }

  private void tag(Set<String> tags) {
    if (tags.size() > MAX_TAGS
        || tags.stream().anyMatch(t -> t.isBlank() || t.length() > MAX_TAG)) {
      throw Refused.invalid(
          "A case has at most " + MAX_TAGS + " tags of 1 to " + MAX_TAG + " characters.");
    }
    add(new Event.CaseTagged(row.id(), tags, by));
  }

  private void note(String text) {
    if (text.isBlank() || text.length() > MAX_NOTE) {
      throw Refused.invalid("A note has 1 to " + MAX_NOTE + " characters.");
    }
    add(new Event.NoteWritten(row.id(), text, by));
  }

  private void merge(String into) {
    CaseRow other =
        work.state()
            .standing(into)
            .orElseThrow(() -> Refused.notFound("There is no case " + into + " to merge into."));
    if (other.id().equals(row.id())) {
      throw Refused.illegal(
          "Case " + into + " is, or is a part of, this one; a case cannot be merged into itself.");
    }
    add(new Event.CaseMerged(row.id(), other.id(), by));
    work.add("case:" + other.id(), new Event.CaseAbsorbed(other.id(), row.id(), by));
  }

  private void split(List<String> ids) {
    List<MessageRow> here = work.state().messages(row.id());
    List<MessageRow> leaving = here.stream().filter(m -> ids.contains(m.id())).toList();
    if (leaving.isEmpty() || leaving.size() != Set.copyOf(ids).size()) {
      throw Refused.invalid("Name in 'messages' ids of messages of case " + row.id() + " itself.");
    }
    if (leaving.size() == here.size()) {
      throw Refused.illegal(
          "All messages of case " + row.id() + " were named; one at least must stay.");
    }
    String id = Ids.next();
    MessageRow first = leaving.get(0);
    String contact =
        first
            .authorId()
            .flatMap(a -> work.state().contactOf(row.account(), a))
            .orElse(row.contact());
    // The new case has a thread key of its own; threads that moved whole are led to it by the fold.
    work.add(
        "case:" + id,
        new Event.CaseOpened(
            id, row.channel(), row.account(), "split:" + id, contact, first.visibility(), by));
    add(
        new Event.MessagesMoved(
            row.id(), id, leaving.stream().map(MessageRow::id).toList(), false, by));
  }

  /** What came into the other case since then would be in no thread any more. */
  private void requireUntouched(CaseRow.Undo undo) {
    work.expect("case:" + undo.other());
    List<String> there =
        work.state().aCase(undo.other()).map(work.state()::thread).orElse(List.of()).stream()
            .map(MessageRow::id)
            .sorted()
            .toList();
    boolean apart =
        work.state().aCase(undo.other()).filter(c -> c.mergedInto().isEmpty()).isPresent();
    if (!apart || !there.equals(undo.messages().stream().sorted().toList())) {
      throw Refused.illegal(
          "Case "
              + undo.other()
              + " has gone on since it was split off, so the split cannot be undone; merge it into this one instead.");
    }
  }

  private void undo() {
    CaseRow.Undo undo =
        row.undo()
            .orElseThrow(
                () ->
                    Refused.illegal(
                        "Nothing was merged into or split from case " + row.id() + "."));
    if (undo.what().equals("split")) {
      requireUntouched(undo);
      add(new Event.MessagesMoved(row.id(), undo.other(), undo.messages(), true, by));
      return;
    }
    add(new Event.CaseReleased(row.id(), undo.other(), false, CaseState.OPEN, by));
    work.add(
        "case:" + undo.other(),
        new Event.CaseReleased(undo.other(), row.id(), true, CaseState.OPEN, by));
  }
}
