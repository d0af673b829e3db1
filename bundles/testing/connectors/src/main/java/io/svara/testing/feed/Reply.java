package io.svara.testing.feed;

/**
 * A reply that the platform took.
 *
 * @param id the platform's
 * @param key the idempotency key that it came with
 * @param body as it was posted
 */
public record Reply(String id, String key, String body) {}
