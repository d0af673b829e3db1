package io.svara.testing.conformance.sound;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Secrets;

/** One that looks for a text by its words, as the guide says, passes too. */
class KeylessSoundTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new SoundChannel() {
      @Override
      public Receipt reconcile(Outbound message, ChannelHost host) {
        return ByWords.find(message, host);
      }
    };
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new FakeSound(secrets);
  }

  @Override
  public Plugin plugin() {
    return SoundJars.SOUND;
  }
}
