package io.svara.testing.misbehaving.flooding;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Streaming;
import io.svara.api.message.Tree;
import io.svara.testing.misbehaving.kit.Mendable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Brings more than anybody wants: by a delivery items without end ({@code items}) or one answer of
 * many megabytes ({@code answer}); by its stream events and log lines as fast as it can.
 */
@Component(service = Channel.class)
public final class Flooding extends Mendable implements Streaming {
  public Flooding() {
    super("flooding");
  }

  @Override
  protected Parsed misread(String what, Tree body) {
    return what.equals("answer") ? answer() : items();
  }

  private Parsed items() {
    List<Inbound> items = new ArrayList<>();
    while (!Thread.currentThread().isInterrupted()) {
      items.add(message("flooding", "flood-" + items.size(), "more"));
    }
    return new Parsed.Items(items);
  }

  private Parsed answer() {
    List<Inbound> items = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      items.add(message("flooding", "page-" + i, "word ".repeat(200_000)));
    }
    return new Parsed.Items(items);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException {
    if (isMended()) {
      Thread.currentThread().join();
    }
    long n = cursor.map(Long::parseLong).orElse(0L);
    while (true) {
      n++;
      host.log().warn("Event " + n + " comes.");
      String event = "{\"n\":\"event-" + n + "\",\"text\":\"more\",\"do\":\"answer\"}";
      byte[] body = event.getBytes(StandardCharsets.UTF_8);
      intake.accept(new Arrival("application/json", body), Long.toString(n));
    }
  }
}
