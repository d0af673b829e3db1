package io.svara.testing.connectors;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Handle;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one message of the feed: {@code {"seq":7,"account":"a","from":"anna","text":"Hej"}}. */
final class FeedParser {
  private FeedParser() {}

  static Parsed parse(RawDelivery delivery) {
    Tree message = delivery.json();
    Optional<String> seq = message.at("seq").text();
    Optional<String> account = message.at("account").text();
    Optional<String> from = message.at("from").text();
    if (seq.isEmpty() || account.isEmpty() || from.isEmpty()) {
      return new Parsed.Malformed("A message of the feed has seq, account and from.");
    }
    Inbound item =
        new Inbound.Message(
            account.get(),
            account.get() + "-" + seq.get(),
            account.get() + "-" + from.get(),
            Optional.empty(),
            Optional.empty(),
            Handle.unnamed(from.get()),
            false,
            Visibility.PUBLIC,
            message.at("text").text().orElse(""),
            List.of(),
            Optional.empty(),
            message.at("at").text().map(Instant::parse).orElse(delivery.receivedAt()),
            Optional.empty());
    return new Parsed.Items(List.of(item));
  }
}
