package io.svara.engine.journal;

/**
 * Where a batch went.
 *
 * @param first position of its first entry
 * @param last position of its last entry
 */
public record Appended(long first, long last) {}
