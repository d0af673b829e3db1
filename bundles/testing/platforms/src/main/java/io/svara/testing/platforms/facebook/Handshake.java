package io.svara.testing.platforms.facebook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The verification request: the callback must answer the challenge, and nothing else, if it knows
 * the verify token.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started/">Webhooks:
 *     Get Started, Verification Requests</a>
 */
final class Handshake {
  private Handshake() {}

  static boolean passes(URI callback, String verifyToken, Duration timeout) {
    String challenge =
        Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
    String query =
        "hub.mode=subscribe&hub.challenge="
            + challenge
            + "&hub.verify_token="
            + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
    URI asked = URI.create(callback + (callback.getRawQuery() == null ? "?" : "&") + query);
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(asked).timeout(timeout).GET().build(),
                  HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().equals(challenge);
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
