package io.svara.api.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * How long after the customer's last word the platform takes an answer.
 *
 * @param standard for any answer
 * @param byAPerson longer, for an answer that a person wrote, where the platform makes that
 *     difference
 */
public record ReplyWindow(Duration standard, Optional<Duration> byAPerson) {

  /** The longest that a person may wait. */
  public Duration longest() {
    return byAPerson.orElse(standard);
  }
}
