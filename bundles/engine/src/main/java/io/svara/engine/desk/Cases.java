package io.svara.engine.desk;

import io.svara.api.message.Visibility;
import io.svara.engine.guard.Verdict;
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
   * Changes a case.
   *
   * @return the case after it; for a split, this case without the messages
   * @throws Refused when it does not exist, has another version, or the change is not legal
   */
  CaseView change(String id, long version, CaseChange change, Actor actor);

  /**
   * What the guard thinks of a text, without keeping it. Empty while no guard runs.
   *
   * @throws Refused when the case does not exist
   */
  Optional<Verdict> verdict(String id, String text, Visibility visibility, Actor actor);

  /**
   * Takes a reply in: the guard judges, and what it lets pass is in the outbox when this returns.
   *
   * @param replyTo the id of the message to answer; empty for the newest of the customer's
   * @param privately answers a public message in private, where the platform can
   * @return the case with the reply, whose standing says what becomes of it
   * @throws Refused when the guard forbids it (nothing is kept), the version is old, or the channel
   *     cannot
   */
  CaseView reply(
      String id,
      long version,
      String text,
      Visibility visibility,
      Optional<String> replyTo,
      boolean privately,
      Actor actor);

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
