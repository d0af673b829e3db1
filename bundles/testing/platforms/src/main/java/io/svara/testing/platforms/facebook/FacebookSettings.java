package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.PlatformClock;
import java.time.Duration;
import java.util.List;

/**
 * How a fake Facebook is set up.
 *
 * @param port 0 for any free one
 * @param appSecret the key of webhook signatures and of {@code appsecret_proof}
 * @param verifyToken what the callback must know at the handshake
 * @param requireProof whether API calls without {@code appsecret_proof} are refused; a wrong proof
 *     always is
 * @param backoff how long to wait before each redelivery of a webhook, in the platform's time
 * @param webhookTimeout how long a callback may take, in real time
 * @param seed makes ids the same in every run
 */
public record FacebookSettings(
    int port,
    String appId,
    String appSecret,
    String verifyToken,
    boolean requireProof,
    PlatformClock clock,
    List<Duration> backoff,
    Duration webhookTimeout,
    long seed) {

  /**
   * "We will retry immediately, then try a few more times with decreasing frequency over the next
   * 36 hours"; the document gives no steps, so these are ours.
   *
   * @see <a
   *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started/">Webhooks:
   *     Get Started, Frequency</a>
   */
  public static final List<Duration> DOCUMENTED_BACKOFF =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(10),
          Duration.ofHours(17));

  /**
   * Any free port, the system's time, the documented backoff, five seconds for a callback.
   *
   * @see <a href="https://developers.facebook.com/docs/messenger-platform/webhooks">Webhooks for
   *     the Messenger Platform</a> ("5 seconds or less")
   */
  public static FacebookSettings of(String appSecret, String verifyToken) {
    return new FacebookSettings(
        0,
        "880011223344556",
        appSecret,
        verifyToken,
        false,
        PlatformClock.running(),
        DOCUMENTED_BACKOFF,
        Duration.ofSeconds(5),
        1);
  }

  public FacebookSettings onPort(int newPort) {
    return new FacebookSettings(
        newPort, appId, appSecret, verifyToken, requireProof, clock, backoff, webhookTimeout, seed);
  }

  public FacebookSettings withClock(PlatformClock newClock) {
    return new FacebookSettings(
        port, appId, appSecret, verifyToken, requireProof, newClock, backoff, webhookTimeout, seed);
  }

  public FacebookSettings withBackoff(List<Duration> newBackoff) {
    return new FacebookSettings(
        port, appId, appSecret, verifyToken, requireProof, clock, newBackoff, webhookTimeout, seed);
  }

  public FacebookSettings withWebhookTimeout(Duration timeout) {
    return new FacebookSettings(
        port, appId, appSecret, verifyToken, requireProof, clock, backoff, timeout, seed);
  }

  public FacebookSettings withSeed(long newSeed) {
    return new FacebookSettings(
        port, appId, appSecret, verifyToken, requireProof, clock, backoff, webhookTimeout, newSeed);
  }

  public FacebookSettings requiringProof() {
    return new FacebookSettings(
        port, appId, appSecret, verifyToken, true, clock, backoff, webhookTimeout, seed);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "FacebookSettings[port=" + port + ", appId=" + appId + ", seed=" + seed + "]";
  }
}
