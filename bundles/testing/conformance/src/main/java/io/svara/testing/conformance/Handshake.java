package io.svara.testing.conformance;

import java.util.Map;

/**
 * The question by which the platform makes sure that an address is ours.
 *
 * @param query the parameters of its GET
 * @param answer the body that it wants
 */
public record Handshake(Map<String, String> query, String answer) {}
