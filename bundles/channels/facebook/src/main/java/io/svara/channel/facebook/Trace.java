package io.svara.channel.facebook;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for one text of ours among what a listing shows. Our text is one by the page, word for word
 * the same, made since the first attempt, and none that was known before. One that is like it in
 * all but the time, or whose author or time is not told, leaves a doubt: then absence is not
 * certain either.
 */
final class Trace {

  /** How far the platform's clock may be behind ours. */
  static final Duration CLOCKS = Duration.ofMinutes(2);

  private final String page;
  private final String text;
  private final Instant since;
  private final Set<String> known;
  private Optional<String> id = Optional.empty();
  private Instant oldest = Instant.MAX;
  private boolean doubt;

  Trace(String page, Outbound message) {
    this.page = page;
    this.text = plain(message.text());
    this.known =
        message.earlier().stream().map(Trace::spelt).collect(Collectors.toUnmodifiableSet());
    // The platform tells whole seconds.
    this.since = message.firstAttempt().truncatedTo(ChronoUnit.SECONDS);
  }

  /** From when on something could be ours. */
  Instant from() {
    return since.minus(CLOCKS);
  }

  /** Considers one comment or message of the listing. */
  void see(Tree candidate) {
    Optional<Instant> made = Values.time(candidate.at("created_time"));
    if (made.isPresent() && made.get().isBefore(from())) {
      return;
    }
    Optional<String> words = Values.words(candidate.at("message"));
    Optional<String> author = Values.id(candidate.at("from").at("id"));
    boolean another = author.isPresent() && !author.get().equals(page);
    if (another || words.isPresent() && !plain(words.get()).equals(text)) {
      return;
    }
    Optional<String> name = Values.id(candidate.at("id"));
    if (name.map(Trace::spelt).filter(known::contains).isPresent()) {
      return;
    }
    boolean certain = author.isPresent() && words.isPresent() && name.isPresent();
    if (!certain || made.isEmpty() || made.get().isBefore(since)) {
      doubt = true;
    } else if (made.get().isBefore(oldest)) {
      oldest = made.get();
      id = name;
    }
  }

  /**
   * What is known when the listing ends. Of several the oldest is ours: the account's lease lets
   * none of the same text be sent before this one is settled.
   *
   * @param complete whether all was seen that could be ours
   */
  Receipt verdict(boolean complete) {
    if (id.isPresent()) {
      return new Receipt.Accepted(id.get(), Optional.empty());
    }
    if (doubt) {
      return new Receipt.Unknown("Something there may be this text or an earlier one like it.");
    }
    return complete
        ? new Receipt.NotDelivered(
            "Facebook lists all that stands there; the text is not among it.")
        : new Receipt.Unknown("There is more than could be read; the text was not in what was.");
  }

  /** A comment is spelt in several ways, of which the last number tells; a message in one. */
  private static String spelt(String id) {
    return id.matches("[0-9_]+") ? GraphIds.tail(id) : id;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
  }
}
