package io.svara.engine.desk;

import io.svara.engine.guard.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people do with cases. Every change names the version that the person saw: the second writer
 * is refused.
 */
public interface Cases {

  Page<CaseSummary> find(CaseQuery query);

  Optional<CaseView> get(String id);

  /**
   * How many cases are in each state, and under {@code unassigned} how many open ones nobody has.
   */
  Map<String, Long> counts();

  /**
   * Changes a case: all of it, or nothing when one of the changes is refused.
   *
   * @return the case after it; for a split, this case without the messages
   * @throws Refused when it does not exist, has another version, or the change is not legal
   */
  CaseView change(String id, long version, List<CaseChange> changes, Actor actor);

  /**
   * What the guard thinks of an answer, without keeping it. Empty while no guard runs.
   *
   * @throws Refused when the case does not exist
   */
  Optional<Verdict> verdict(String id, Answer answer, Actor actor);

  /**
   * Takes a reply in: the guard judges, and what it lets pass is in the outbox when this returns.
   *
   * @return the case with the reply, whose standing says what becomes of it
   * @throws Refused when the guard forbids it (nothing is kept), the version is old, or the channel
   *     cannot
   */
  CaseView reply(String id, long version, Answer answer, Actor actor);

  /** Agrees, as a second person, to what the guard did not let pass alone. */
  CaseView approve(String reply, Actor actor);

  /** Takes back a reply that was not sent. */
  CaseView withdraw(String reply, Actor actor);

  /**
   * Decides about a reply that is unknown or was rejected.
   *
   * @param arrived true: it did arrive (a person saw it there); false: send it again
   */
  CaseView decide(String reply, boolean arrived, Actor actor);
}
