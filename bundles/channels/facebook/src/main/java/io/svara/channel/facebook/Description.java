package io.svara.channel.facebook;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.TextLimit.Counting;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import io.svara.api.channel.WebhookAuthentication.Encoding;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Facebook can do, and the names of our settings. */
final class Description {

  static final String CHANNEL = "facebook";

  static final String API_BASE = "apiBase";
  static final String API_VERSION = "apiVersion";
  static final String ACCESS_TOKEN = "accessToken";
  static final String APP_SECRET = "appSecret";

  static final String DEFAULT_BASE = "https://graph.facebook.com";
  static final String DEFAULT_VERSION = "v25.0";

  /**
   * A day, and seven for a person's answer under the tag {@code HUMAN_AGENT}: <a
   * href="https://developers.facebook.com/docs/messenger-platform/send-messages">Sending
   * messages</a>, "Standard Messaging Window".
   */
  static final ReplyWindow MESSENGER_WINDOW =
      new ReplyWindow(Duration.ofDays(1), Optional.of(Duration.ofDays(7)));

  /**
   * "Must be UTF-8 and less than 2000 characters": <a
   * href="https://developers.facebook.com/docs/messenger-platform/reference/send-api">Send API</a>.
   * What a character is, it does not say; UTF-16 units are never fewer than what it may count.
   */
  private static final TextLimit MESSENGER_LIMIT = new TextLimit(2_000, Counting.UTF16);

  /** What the web site is known to take; the Graph API's documents name no limit. */
  private static final TextLimit COMMENT_LIMIT = new TextLimit(8_000, Counting.UTF16);

  private Description() {}

  static ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        CHANNEL,
        "Facebook",
        Set.of(
            Capability.PUBLIC_REPLY,
            Capability.PRIVATE_REPLY,
            Capability.PRIVATE_HANDOFF,
            Capability.RECONCILE),
        "pageId",
        signedByTheApp(),
        Map.of(Visibility.PUBLIC, COMMENT_LIMIT, Visibility.PRIVATE, MESSENGER_LIMIT),
        Map.of(Visibility.PRIVATE, MESSENGER_WINDOW),
        List.of("graph.facebook.com"),
        List.of(API_BASE));
  }

  /**
   * <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>:
   * "Verification Requests" and "Validating Payloads".
   */
  private static WebhookAuthentication signedByTheApp() {
    return new WebhookAuthentication.Hmac(
        "X-Hub-Signature-256",
        "sha256=",
        "HmacSHA256",
        Encoding.HEX,
        APP_SECRET,
        Optional.of(new Challenge("hub.verify_token", "verifyToken", "hub.challenge")));
  }
}
