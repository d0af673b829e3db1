package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Map;

/** A descriptor taken apart, to be changed in one part. */
final class DescriptorParts {
  private final ChannelDescriptor descriptor;
  String title;
  WebhookAuthentication webhook;
  Map<Visibility, TextLimit> limits;
  List<String> hosts;
  List<String> hostSettings;

  DescriptorParts(ChannelDescriptor descriptor) {
    this.descriptor = descriptor;
    title = descriptor.title();
    webhook = descriptor.webhook();
    limits = descriptor.limits();
    hosts = descriptor.hosts();
    hostSettings = descriptor.hostSettings();
  }

  ChannelDescriptor together() {
    return new ChannelDescriptor(
        descriptor.channel(),
        title,
        descriptor.capabilities(),
        descriptor.accountSetting(),
        webhook,
        limits,
        descriptor.windows(),
        hosts,
        hostSettings);
  }
}
