package io.svara.host.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * What one answer of a platform gives.
 *
 * @param life of the access token
 * @param refresh absent where the platform gives none, or leaves the old one good
 * @param refreshLife of the refresh token, where the platform tells
 * @param as who agreed, where the platform tells
 */
record Tokens(
    String access,
    Duration life,
    Optional<String> refresh,
    Optional<Duration> refreshLife,
    Optional<String> as) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "tokens for " + life;
  }
}
