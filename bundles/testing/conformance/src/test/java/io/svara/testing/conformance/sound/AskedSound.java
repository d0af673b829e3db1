package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.WebhookAuthentication;

/** The sound connector for a platform that posts nothing and must be asked. */
public final class AskedSound extends SoundChannel {

  @Override
  public ChannelDescriptor descriptor() {
    ChannelDescriptor posted = super.descriptor();
    return new ChannelDescriptor(
        "sound-asked",
        "Sound, asked",
        posted.capabilities(),
        posted.accountSetting(),
        new WebhookAuthentication.None(),
        posted.limits(),
        posted.windows(),
        posted.hosts(),
        posted.hostSettings());
  }
}
