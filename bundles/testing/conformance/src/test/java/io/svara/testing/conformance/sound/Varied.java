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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sound connector with one deviation. */
public class Varied implements Channel, Polling, Streaming, LookingUp {
  private final SoundChannel sound = new SoundChannel();
  private final Deviation deviation;

  /** What no connector should have: a memory. */
  final Map<String, Object> memory = new ConcurrentHashMap<>();

  /** As above, of ids. */
  final Set<String> seen = ConcurrentHashMap.newKeySet();

  public Varied(Deviation deviation) {
    this.deviation = deviation;
  }

  SoundChannel sound() {
    return sound;
  }

  @Override
  public ChannelDescriptor descriptor() {
    return deviation.descriptor(sound.descriptor());
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return deviation.parse(this, delivery);
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return deviation.deliver(this, message, host);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return deviation.reconcile(this, message, host);
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    return deviation.poll(this, cursor, host);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    deviation.stream(this, cursor, intake, host);
  }

  @Override
  public Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    return deviation.lookUp(this, lookup, host);
  }
}
