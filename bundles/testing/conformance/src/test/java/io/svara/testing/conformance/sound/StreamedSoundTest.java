package io.svara.testing.conformance.sound;

import io.svara.api.channel.Channel;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Secrets;
import java.util.List;
import java.util.Set;

/** So does one that can only listen: the kit then listens to its stream. */
class StreamedSoundTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new StreamedSound();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new FakeSound(secrets) {
      @Override
      public List<Post> posts() {
        return List.of();
      }
    };
  }

  @Override
  public Set<OptOut> optOuts() {
    return Set.of(new OptOut(Feature.BATCHES, "Each of the news comes by itself."));
  }

  @Override
  public Plugin plugin() {
    return SoundJars.STREAMED;
  }
}
