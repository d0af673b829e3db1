package io.svara.testing.connectors;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A connector that holds a connection open. The cursor is the last message's number. */
@Component
public final class Streamer implements Channel, Streaming {

  @Override
  public ChannelDescriptor descriptor() {
    return FeedDescription.of("streamer", "Streamed feed");
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return FeedParser.parse(delivery);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    try (Http.Lines lines = new FeedCalls(host).stream(cursor.orElse("0"))) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          accept(line.get(), intake, host);
        }
      }
    }
  }

  private static void accept(String line, Intake intake, ChannelHost host)
      throws InterruptedException {
    String seq = host.read(line).at("seq").text().orElseThrow();
    byte[] body = line.getBytes(StandardCharsets.UTF_8);
    intake.accept(new Arrival("application/json", body), seq);
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
