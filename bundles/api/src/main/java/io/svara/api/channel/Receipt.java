package io.svara.api.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a delivery after an attempt. The host checks it before it is used: nothing is
 * null, a platform's id is not blank. A receipt that cannot be meant is a failure of the connector,
 * and the text's fate is then unknown.
 */
public sealed interface Receipt {

  /** The platform has it. */
  record Accepted(String platformId, Optional<String> link) implements Receipt {}

  /**
   * The platform asked to wait, and certainly did not take it; it is sent again after the pause.
   * For a status of 429, and for one of 5xx only where the platform's document says that nothing
   * was done: otherwise that is {@link Unknown}.
   *
   * @param pause as the platform names it, from zero to seven days; the host waits as long, and
   *     longer after several attempts
   */
  record RetryAfter(Duration pause, String reason) implements Receipt {}

  /**
   * The platform refused it for good.
   *
   * @param code the platform's code, for those who look it up
   * @param reason in words that an agent can act on
   * @param account whether the account itself is at fault (an expired token): then everything else
   *     of the account waits as well, and an operator is told
   */
  record Rejected(String code, String reason, boolean account) implements Receipt {}

  /**
   * Only from {@link Channel#reconcile}: the platform certainly does not have it, so it may be sent
   * again.
   */
  record NotDelivered(String reason) implements Receipt {}

  /** It may or may not have arrived. It is not sent again by itself. */
  record Unknown(String reason) implements Receipt {}
}
