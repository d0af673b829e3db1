package io.svara.engine.fold;

import java.time.Instant;
import java.util.Optional;

/**
 * Something known about a message that no case has; see {@link
 * io.svara.engine.event.Event.GhostKept}.
 */
public record GhostRow(
    String account,
    String platformId,
    String what,
    Optional<String> thread,
    Optional<String> author,
    String text,
    Instant at) {}
