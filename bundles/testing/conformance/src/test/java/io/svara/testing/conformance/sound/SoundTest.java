package io.svara.testing.conformance.sound;

import io.svara.api.channel.Channel;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Secrets;

/** The sound connector passes every case. */
class SoundTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new SoundChannel();
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
