package io.svara.engine.plugins;

/**
 * A jar that was looked into and may be kept.
 *
 * @param digest SHA-256 of the jar, in hexadecimal digits
 * @param jar its bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once; two candidates are never compared.
public record Candidate(Edition edition, String digest, byte[] jar) {}
