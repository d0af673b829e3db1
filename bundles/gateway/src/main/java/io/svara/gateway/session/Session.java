package io.svara.gateway.session;

import java.time.Instant;

/**
 * Somebody's stay in a browser.
 *
 * @param key the digest of the cookie's value, which itself is kept nowhere
 * @param csrf what the browser must send along with everything that changes something
 */
public record Session(String key, String user, String csrf, Instant since) {}
