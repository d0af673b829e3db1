package io.svara.testing.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * How the server deals with its client.
 *
 * @param accessLife how long access tokens are good
 * @param refreshLife how long refresh tokens are good
 * @param told what each answer says of the refresh token's life, as {@code
 *     refresh_token_expires_in}; empty where it says nothing
 * @param rotates whether each refresh token is good once
 */
public record Manners(
    Duration accessLife, Duration refreshLife, Optional<Duration> told, boolean rotates) {

  /** Access tokens of an hour, refresh tokens of ninety days that are good once. */
  public static Manners usual() {
    return new Manners(Duration.ofHours(1), Duration.ofDays(90), Optional.empty(), true);
  }

  public Manners accessLife(Duration life) {
    return new Manners(life, refreshLife, told, rotates);
  }

  public Manners told(Duration life) {
    return new Manners(accessLife, refreshLife, Optional.of(life), rotates);
  }
}
