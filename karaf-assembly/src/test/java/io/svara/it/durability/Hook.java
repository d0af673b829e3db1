package io.svara.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.it.living.Installation;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.Signature;
import io.svara.testing.platforms.facebook.WebhookBodies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Posts one comment at a time to the endpoint of a copy, as the platform does. */
final class Hook {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Distribution svara;

  Hook(Distribution svara) {
    this.svara = svara;
  }

  /** Posts a comment that must be kept. */
  void accepted(String id, String personId, String personName, String text)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = comment(id, personId, personName, text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** A comment below a post of its own, so that it opens a case. */
  HttpResponse<String> comment(String id, String personId, String personName, String text)
      throws IOException, InterruptedException {
    String post = id.substring(0, id.indexOf('_'));
    String body =
        WebhookBodies.comment(
            Installation.PAGE,
            Installation.PAGE + "_" + post,
            id,
            personId,
            personName,
            text,
            Instant.now());
    String signature =
        Signature.HMAC_SHA256.hex(Installation.APP_SECRET, body.getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(svara.uri(Installation.HOOK))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
