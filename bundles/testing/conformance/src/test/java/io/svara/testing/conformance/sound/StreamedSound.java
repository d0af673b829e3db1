package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.api.channel.WebhookAuthentication;
import java.util.Optional;

/** The sound connector for a platform that tells its news over a stream and in no other way. */
public final class StreamedSound implements Channel, Streaming, LookingUp {
  private final SoundChannel sound = new SoundChannel();

  @Override
  public ChannelDescriptor descriptor() {
    ChannelDescriptor posted = sound.descriptor();
    return new ChannelDescriptor(
        "sound-streamed",
        "Sound, streamed",
        posted.capabilities(),
        posted.accountSetting(),
        new WebhookAuthentication.None(),
        posted.limits(),
        posted.windows(),
        posted.hosts(),
        posted.hostSettings());
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return sound.parse(delivery);
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return sound.deliver(message, host);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return sound.reconcile(message, host);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    sound.stream(cursor, intake, host);
  }

  @Override
  public Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    return sound.lookUp(lookup, host);
  }
}
