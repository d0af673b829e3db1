package io.svara.engine.journal;

import java.util.OptionalLong;

/**
 * An entry before it has a position.
 *
 * @param stream what it belongs to, such as {@code case:8F3K}; at most 200 bytes of ASCII and no
 *     personal data
 * @param kind what happened, such as {@code message.received}; at most 100 bytes of ASCII
 * @param kindVersion the version of the payload's shape, from 1
 * @param cause the position of the entry that led to this one
 * @param payload the fact itself; at most 64 MiB
 */
public record NewEntry(
    String stream, String kind, int kindVersion, OptionalLong cause, byte[] payload) {}
