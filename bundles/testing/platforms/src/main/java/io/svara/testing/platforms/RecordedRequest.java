package io.svara.testing.platforms;

import java.time.Instant;
import java.util.Map;

/**
 * One API call as it was answered, kept for tests.
 *
 * @param parameters without access tokens and proofs
 * @param status 0 when the connection was dropped
 */
public record RecordedRequest(
    Instant at, String method, String path, Map<String, String> parameters, int status) {}
