package io.svara.testing.connectors;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both connectors are; they differ in how the news comes. */
final class FeedDescription {
  static final String BASE = "apiBase";

  private FeedDescription() {}

  static ChannelDescriptor of(String channel, String title) {
    return new ChannelDescriptor(
        channel,
        title,
        Set.of(Capability.PUBLIC_REPLY, Capability.RECONCILE),
        "feed",
        new WebhookAuthentication.None(),
        Map.of(Visibility.PUBLIC, new TextLimit(500, TextLimit.Counting.CODE_POINTS)),
        Map.of(),
        List.of(),
        List.of(BASE));
  }
}
