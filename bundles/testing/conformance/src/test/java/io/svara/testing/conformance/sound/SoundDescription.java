package io.svara.testing.conformance.sound;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.TextLimit.Counting;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the invented platform can do. */
final class SoundDescription {
  static final String BASE = "apiBase";
  static final String TOKEN = "accessToken";
  static final String PAGE_SIZE = "pageSize";

  private SoundDescription() {}

  static ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        "sound",
        "Sound",
        Set.of(Capability.values()),
        "shop",
        new WebhookAuthentication.Hmac(
            "X-Sound-Signature",
            "v1=",
            "HmacSHA256",
            WebhookAuthentication.Encoding.HEX,
            "signingKey",
            Optional.of(new WebhookAuthentication.Challenge("token", "verifyToken", "echo"))),
        Map.of(
            Visibility.PUBLIC, new TextLimit(500, Counting.UTF16),
            Visibility.PRIVATE, new TextLimit(300, Counting.UTF16)),
        Map.of(Visibility.PRIVATE, new ReplyWindow(Duration.ofDays(1), Optional.empty())),
        List.of("api.sound.example"),
        List.of(BASE));
  }
}
