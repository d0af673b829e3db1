package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming.Intake;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One small thing that a connector does otherwise than the sound one. */
public interface Deviation {

  /** All of them, each for a case of its own. */
  static List<Deviation> all() {
    return Stream.<Deviation[]>of(
            DeclaredOtherwise.values(),
            ReadOtherwise.values(),
            ChangedOtherwise.values(),
            BreaksWhileReading.values(),
            SentOtherwise.values(),
            FailsOtherwise.values(),
            LooksOtherwise.values(),
            PollsOtherwise.values(),
            ListensOtherwise.values(),
            BehavesOtherwise.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** Further ones, each for a case that another one fails as well, elsewhere. */
  static List<Deviation> hidden() {
    return List.of(HiddenOtherwise.values());
  }

  /** The name of the constant. */
  String name();

  /** The only case that fails: its method's name. */
  String fails();

  default ChannelDescriptor descriptor(ChannelDescriptor sound) {
    return sound;
  }

  /** Reads; as the sound one does, each item turned by {@link #item}. */
  default Parsed parse(Varied self, RawDelivery delivery) {
    Parsed parsed = self.sound().parse(delivery);
    return parsed instanceof Parsed.Items read
        ? new Parsed.Items(read.items().stream().map(item -> item(self, delivery, item)).toList())
        : parsed;
  }

  default Inbound item(Varied self, RawDelivery delivery, Inbound item) {
    if (item instanceof Inbound.Message message) {
      MessageParts parts = new MessageParts(message);
      message(self, delivery, parts);
      return parts.together();
    }
    return item;
  }

  /** Changes what was read of a message. */
  default void message(Varied self, RawDelivery delivery, MessageParts parts) {}

  default Receipt deliver(Varied self, Outbound message, ChannelHost host) {
    return self.sound().deliver(message, host);
  }

  default Receipt reconcile(Varied self, Outbound message, ChannelHost host) {
    return self.sound().reconcile(message, host);
  }

  default Polled poll(Varied self, Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    return self.sound().poll(cursor, host);
  }

  default void stream(Varied self, Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    self.sound().stream(cursor, intake, host);
  }

  default Http.Answer lookUp(Varied self, Parsed.Lookup lookup, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    return self.sound().lookUp(lookup, host);
  }

  default Set<OptOut> optOuts() {
    return Set.of();
  }

  default Plugin plugin() {
    return SoundJars.SOUND;
  }

  default Channel channel() {
    return new Varied(this);
  }
}
