package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looking for a text as one does where a platform keeps no keys; and parts of that. */
final class ByWords {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private ByWords() {}

  /** As the guide says. */
  static Receipt find(Outbound message, ChannelHost host) {
    return find(message, host, inTime(message).and(unknown(message)));
  }

  /** Words, and what else is asked of them. */
  static Receipt find(Outbound message, ChannelHost host, Predicate<Tree> more) {
    return new SoundCalls(host).find(message, words(message).and(more));
  }

  /** Of several the one that was written last. */
  static Receipt latest(Outbound message, ChannelHost host) {
    List<String> seen = new ArrayList<>();
    Receipt found =
        find(
            message,
            host,
            inTime(message)
                .and(unknown(message))
                .and(reply -> seen.add(reply.at("id").text().orElseThrow())));
    return seen.size() > 1 ? new Receipt.Accepted(seen.get(0), Optional.empty()) : found;
  }

  static Predicate<Tree> inTime(Outbound message) {
    Instant since = message.firstAttempt().minus(CLOCKS_DIFFER);
    return reply -> reply.at("at").epochSeconds().filter(at -> !at.isBefore(since)).isPresent();
  }

  static Predicate<Tree> unknown(Outbound message) {
    return reply -> reply.at("id").text().filter(message.earlier()::contains).isEmpty();
  }

  private static Predicate<Tree> words(Outbound message) {
    return reply -> reply.at("text").text().filter(message.text()::equals).isPresent();
  }
}
