package io.svara.gateway.rest;

import static io.svara.engine.desk.Role.AGENT;
import static io.svara.engine.desk.Role.CRISIS_LEAD;
import static io.svara.engine.desk.Role.GUEST_MODERATOR;
import static io.svara.engine.desk.Role.LEAD;
import static io.svara.engine.desk.Role.OPERATOR;
import static io.svara.engine.desk.Role.POLICY_OWNER;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.gateway.json.WireNames;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what: the one table. An administrator may do everything, so the role stands nowhere. A
 * guest moderator sees no queue until one is shared with them.
 */
public enum Permission {
  /** What anybody on the network may do. */
  ANYBODY,
  /** What is one's own. */
  SIGNED_IN(AGENT, LEAD, POLICY_OWNER, CRISIS_LEAD, GUEST_MODERATOR, OPERATOR),
  READ_CASES(AGENT, LEAD, POLICY_OWNER, CRISIS_LEAD),
  WORK_ON_CASES(AGENT, LEAD, CRISIS_LEAD),
  APPROVE_REPLIES(LEAD, CRISIS_LEAD),
  MERGE_CONTACTS(LEAD),
  FOLLOW_EVENTS(AGENT, LEAD, POLICY_OWNER, CRISIS_LEAD, OPERATOR),
  SEE_PRESENCE(AGENT, LEAD, POLICY_OWNER, CRISIS_LEAD, OPERATOR),
  OPERATE(OPERATOR),
  ADMINISTER_USERS;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that cannot be changed.
  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** Whether the actor's roles allow it. */
  public boolean allows(Actor actor) {
    return this == ANYBODY
        || actor.roles().contains(Role.ADMIN)
        || actor.roles().stream().anyMatch(roles::contains);
  }

  /** The roles that allow it, for people. */
  public String names() {
    return Stream.concat(new TreeSet<>(roles).stream(), Stream.of(Role.ADMIN))
        .map(WireNames::of)
        .collect(Collectors.joining(", "));
  }
}
