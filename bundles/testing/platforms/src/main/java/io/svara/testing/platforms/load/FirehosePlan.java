package io.svara.testing.platforms.load;

import java.net.URI;
import java.time.Duration;

/**
 * What a {@link Firehose} does.
 *
 * @param endpoint where to post
 * @param appSecret the key of the signatures
 * @param pageId the page on which the comments seem to stand; it should be an account of the
 *     receiver
 * @param perSecond deliveries started each second whether or not earlier ones were answered; 0 for
 *     as fast as the connections allow
 * @param connections how many deliveries are under way at most
 * @param bodyBytes the size of each body, made up with text; at least 700
 * @param timeout how long an answer may take
 * @param redeliver whether what was not acknowledged is sent again, byte for byte, until it is
 * @param run distinguishes the comment ids of one run from another's; the same run has the same ids
 */
public record FirehosePlan(
    URI endpoint,
    String appSecret,
    String pageId,
    int perSecond,
    int connections,
    int bodyBytes,
    Duration timeout,
    boolean redeliver,
    long run) {

  public FirehosePlan {
    if (perSecond < 0 || connections < 1 || bodyBytes < 700) {
      throw new IllegalArgumentException(
          "A firehose needs a rate of 0 or more, 1 connection or more and bodies of 700 bytes or more; given were "
              + perSecond
              + ", "
              + connections
              + ", "
              + bodyBytes
              + ".");
    }
  }

  /** 64 connections, bodies of 1 kB, 5 seconds for an answer, redelivery, run 1. */
  public static FirehosePlan at(URI endpoint, String appSecret, String pageId, int perSecond) {
    return new FirehosePlan(
        endpoint, appSecret, pageId, perSecond, 64, 1_024, Duration.ofSeconds(5), true, 1);
  }

  public FirehosePlan withConnections(int number) {
    return new FirehosePlan(
        endpoint, appSecret, pageId, perSecond, number, bodyBytes, timeout, redeliver, run);
  }

  public FirehosePlan withoutRedelivery() {
    return new FirehosePlan(
        endpoint, appSecret, pageId, perSecond, connections, bodyBytes, timeout, false, run);
  }

  public FirehosePlan withRun(long number) {
    return new FirehosePlan(
        endpoint, appSecret, pageId, perSecond, connections, bodyBytes, timeout, redeliver, number);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "FirehosePlan[endpoint=%s, perSecond=%d, connections=%d, bodyBytes=%d, redeliver=%s, run=%d]"
        .formatted(endpoint, perSecond, connections, bodyBytes, redeliver, run);
  }
}
