package io.svara.engine.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry as it stands in the journal.
 *
 * @param position its place, from 1 on without a gap
 * @param recordedAt by the clock of the machine that appended it; clocks jump, so order is by
 *     position alone
 * @param stream what it belongs to
 * @param revision its place within the stream, from 1
 * @param kind what happened
 * @param kindVersion the version of the payload's shape
 * @param cause the position of the entry that led to this one
 * @param payload the fact itself; empty when it was redacted
 */
public record Entry(
    long position,
    Instant recordedAt,
    String stream,
    long revision,
    String kind,
    int kindVersion,
    OptionalLong cause,
    Optional<byte[]> payload) {}
