package io.svara.engine.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that a person does to a case. */
public sealed interface CaseChange {

  /** Moves it, if {@link CaseState} allows that; {@code until} is for snoozing only. */
  record Move(CaseState to, Optional<Instant> until) implements CaseChange {}

  /** Gives it to a user, or to nobody. */
  record Assign(Optional<String> user) implements CaseChange {}

  /** 1 is the most urgent, 5 the least; 3 is usual. */
  record Prioritise(int priority) implements CaseChange {}

  /** Sets the tags: lower case, at most 20 of at most 40 characters. */
  record Tag(Set<String> tags) implements CaseChange {}

  /** Writes a note for colleagues. */
  record Note(String text) implements CaseChange {}

  /** Makes this case a part of another; its messages are shown there. */
  record MergeInto(String caseId) implements CaseChange {}

  /** Moves messages, named by their ids, into a new case. */
  record Split(List<String> messages) implements CaseChange {}

  /** Takes back the last merge or split of this case. */
  record Undo() implements CaseChange {}
}
