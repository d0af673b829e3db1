package io.svara.engine.plugins;

/**
 * What a jar says of itself, as its author's build has put it there.
 *
 * @param report the bytes of {@code META-INF/svara/conformance.json}, 1 MB at most; not to be
 *     changed, and not to be trusted
 * @param content the digest of what the jar holds besides, calculated here: SHA-256 in hexadecimal
 *     digits, over what the README of the conformance kit lists
 */
@SuppressWarnings("ArrayRecordComponent") // Read once; two of them are never compared.
public record Enclosed(byte[] report, String content) {}
