package io.svara.host.oauth;

import io.svara.engine.desk.Connection.Trouble;
import java.time.Duration;

/**
 * Why the last renewal came to nothing.
 *
 * @param client it was asked for; with another one it is asked for again at once
 * @param refused whether a person must act
 * @param sent whether the platform may have got the request
 * @param count of failures one after the other
 * @param notBeforeNanos when it may be asked for again, by the machine's monotonic time
 */
record Failure(
    Client client, boolean refused, boolean sent, Trouble trouble, int count, long notBeforeNanos) {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How long to wait after so many failures. */
  static Duration pause(int count) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(count - 1, 9));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
