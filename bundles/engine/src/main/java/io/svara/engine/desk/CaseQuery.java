package io.svara.engine.desk;

import java.util.Optional;
import java.util.Set;

/**
 * Which cases to show, the last touched first.
 *
 * @param q words to find in messages, names and tags
 * @param states of which it is in one; empty for every state but merged
 * @param assignee a user's name, or {@code -} for nobody
 * @param limit 1 to 200
 */
public record CaseQuery(
    Optional<String> q,
    Set<CaseState> states,
    Optional<String> channel,
    Optional<String> account,
    Optional<String> assignee,
    Optional<String> tag,
    Optional<String> contact,
    int limit,
    Optional<String> cursor) {}
