package io.svara.testing.successor;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.testing.connectors.Poller;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The poller a version later: it changes a secret with each poll, and writes other cursors. */
@Component
public final class LaterPoller implements Channel, Polling {
  private final Poller before = new Poller();

  @Override
  public ChannelDescriptor descriptor() {
    return before.descriptor();
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return before.parse(delivery);
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    Polled polled = before.poll(Mark.read(cursor), host);
    host.account().rotate("refresh", "refreshed at " + polled.cursor());
    return new Polled(polled.deliveries(), Mark.written(polled.cursor()), polled.again());
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
