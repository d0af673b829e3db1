package io.svara.engine.desk;

import io.svara.engine.guard.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * How one of our replies stands.
 *
 * @param reason why it waits, was refused or is not known, in words
 * @param notBefore when it is tried next
 * @param attempts how often it was handed to the connector
 */
public record ReplyStanding(
    String id,
    ReplyState state,
    Optional<Verdict> verdict,
    Optional<String> reason,
    Optional<Instant> notBefore,
    int attempts,
    String by,
    Optional<String> approvedBy) {}
