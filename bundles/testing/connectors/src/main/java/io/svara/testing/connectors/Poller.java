package io.svara.testing.connectors;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A connector that asks its platform for news. The cursor is the last message's number. */
@Component
public final class Poller implements Channel, Polling {
  private static final Duration PAUSE = Duration.ofMillis(200);

  @Override
  public ChannelDescriptor descriptor() {
    return FeedDescription.of("poller", "Polled feed");
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return FeedParser.parse(delivery);
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer, AccountRefused {
    String last = cursor.orElse("0");
    Tree page = new FeedCalls(host).after(last);
    List<Arrival> arrivals = new ArrayList<>();
    for (Tree message : page.at("messages").each()) {
      byte[] body = host.write(message).getBytes(StandardCharsets.UTF_8);
      arrivals.add(new Arrival("application/json", body));
      last = message.at("seq").text().orElse(last);
    }
    boolean more = page.at("more").flag().orElse(false);
    return new Polled(arrivals, last, more ? Duration.ZERO : PAUSE);
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return new FeedCalls(host).deliver(message);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return new FeedCalls(host).reconcile(message);
  }
}
