package io.svara.testing.platforms.load;

import io.svara.testing.platforms.Signature;
import io.svara.testing.platforms.facebook.WebhookBodies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes deliveries of one size; the n-th is always for the same comment. */
public final class CommentDeliveries {
  private static final String FILLER =
      "Hej! Mitt bredband ligger nere sedan i morse och ingen svarar i telefon. ";
  private static final int PEOPLE = 500;

  private final FirehosePlan plan;

  public CommentDeliveries(FirehosePlan plan) {
    this.plan = plan;
  }

  public CommentDelivery number(long n) {
    String post = plan.run() + "00" + n / 50;
    String commentId = post + "_" + plan.run() + "0" + n;
    String person = Long.toString(7_000_000_000L + n % PEOPLE);
    String fixed = body(post, commentId, person, "");
    String body = body(post, commentId, person, text(plan.bodyBytes() - fixed.length()));
    String signature =
        "sha256="
            + Signature.HMAC_SHA256.hex(plan.appSecret(), body.getBytes(StandardCharsets.UTF_8));
    return new CommentDelivery(commentId, body, signature);
  }

  private String body(String post, String commentId, String person, String text) {
    return WebhookBodies.comment(
        plan.pageId(),
        plan.pageId() + "_" + post,
        commentId,
        person,
        "Kund " + person,
        text,
        Instant.now());
  }

  private static String text(int length) {
    return FILLER
        .repeat(Math.max(0, length) / FILLER.length() + 1)
        .substring(0, Math.max(0, length));
  }
}
