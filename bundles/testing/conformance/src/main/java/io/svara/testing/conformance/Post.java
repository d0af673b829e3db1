package io.svara.testing.conformance;

import java.util.Map;

/**
 * One delivery as the platform posts it.
 *
 * @param headers as sent, the proof of its origin among them
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares deliveries.
public record Post(Map<String, String> headers, byte[] body) {}
