package io.svara.testing.misbehaving.nonsense;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.message.Tree;
import io.svara.testing.misbehaving.kit.Mendable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Answers what cannot be meant, as the delivery says; polled, it brings a cursor of megabytes. */
@Component(service = Channel.class)
public final class Nonsense extends Mendable implements Polling {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  public Nonsense() {
    super("nonsense");
  }

  @Override
  protected Parsed misread(String what, Tree body) {
    String number = body.at("n").text().orElse("");
    return switch (what) {
      case "blank" -> items(new Inbound.Removal("nonsense", " ", NOON));
      case "nothing" -> items(message("nonsense", number, null));
      case "stranger" -> items(message("somebody-else", number, "not for you"));
      case "long" -> items(message("nonsense", number, "tio mega ".repeat(1_200_000)));
      case "later" -> items(new Inbound.Removal("nonsense", number, Instant.MAX));
      case "lookups" -> new Parsed.Needs(List.of(new Parsed.Lookup("nonsense", "more", null)));
      default -> null;
    };
  }

  private static Parsed items(Inbound item) {
    return new Parsed.Items(List.of(item));
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host) {
    String next = isMended() ? "1" : "cursor ".repeat(1_000_000);
    return new Polled(List.of(), next, Duration.ofSeconds(1));
  }
}
