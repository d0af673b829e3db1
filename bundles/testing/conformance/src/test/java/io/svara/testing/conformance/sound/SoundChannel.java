package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import java.util.Optional;

/** A connector that does everything right, for an invented platform that can do everything. */
public class SoundChannel implements Channel, Polling, Streaming, LookingUp {

  @Override
  public ChannelDescriptor descriptor() {
    return SoundDescription.descriptor();
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return new SoundReader(delivery).read();
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return new SoundCalls(host).deliver(message);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return new SoundCalls(host).find(message);
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    return new SoundCalls(host).news(cursor.orElse("0"));
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    new SoundCalls(host).follow(cursor.orElse("0"), intake);
  }

  @Override
  public Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    return new SoundCalls(host).get(lookup.question());
  }
}
