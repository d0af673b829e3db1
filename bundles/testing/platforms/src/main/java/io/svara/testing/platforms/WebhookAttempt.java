package io.svara.testing.platforms;

import java.time.Instant;

/**
 * One try to hand a webhook to its receiver.
 *
 * @param delivery counts payloads from 1; every redelivery of the same payload has the same number
 * @param attempt counts tries of this delivery from 1
 * @param at in the platform's time
 * @param status what the receiver answered, 0 when it did not
 * @param body exactly what was posted
 */
public record WebhookAttempt(long delivery, int attempt, Instant at, int status, String body) {

  /** Whether the receiver took it; everything but 200 is tried again. */
  public boolean acknowledged() {
    return status == 200;
  }
}
