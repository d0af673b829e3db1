package io.svara.testing.successor;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.testing.connectors.Streamer;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The streamer a version later: it writes other cursors. */
@Component
public final class LaterStreamer implements Channel, Streaming {
  private final Streamer before = new Streamer();

  @Override
  public ChannelDescriptor descriptor() {
    return before.descriptor();
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return before.parse(delivery);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    before.stream(
        Mark.read(cursor), (arrival, number) -> intake.accept(arrival, Mark.written(number)), host);
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return before.deliver(message, host);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return before.reconcile(message, host);
  }
}
