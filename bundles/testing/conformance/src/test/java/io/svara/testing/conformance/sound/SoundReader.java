package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code {"account":"shop-1","events":[…]}}. An event names its kind in {@code event}; one
 * that cannot be read leaves its neighbours alone.
 */
final class SoundReader {
  private static final int LONGEST_ID = 200;
  private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

  private final RawDelivery delivery;
  private final List<Parsed.Lookup> lookups = new ArrayList<>();

  SoundReader(RawDelivery delivery) {
    this.delivery = delivery;
  }

  Parsed read() {
    Tree root = delivery.json();
    Optional<String> account = id(root.at("account"));
    if (account.isEmpty() || !(root.at("events") instanceof Tree.Row events)) {
      return new Parsed.Malformed("A delivery names its account and lists its events.");
    }
    List<Inbound> items = new ArrayList<>();
    events.each().forEach(event -> items.add(item(account.get(), event)));
    return lookups.isEmpty() ? new Parsed.Items(items) : new Parsed.Needs(lookups);
  }

  private Inbound item(String account, Tree event) {
    String kind = event.at("event").text().orElse("");
    Optional<String> id = id(event.at("id"));
    if (id.isEmpty()) {
      return new Inbound.Unknown(account, brief(kind), "the event names nothing");
    }
    return switch (kind) {
      case "written" -> written(account, id.get(), event);
      case "edited" ->
          new Inbound.Edit(
              account,
              id.get(),
              id(event.at("edit")).orElse("0"),
              Optional.empty(),
              event.at("text").text().orElse(""),
              List.of(),
              Optional.empty(),
              time(event));
      case "removed" -> new Inbound.Removal(account, id.get(), time(event));
      case "liked" -> new Inbound.Ignored(account, kind, "a like opens no case");
      default -> new Inbound.Unknown(account, brief(kind), "no such event is known");
    };
  }

  private Inbound written(String account, String id, Tree event) {
    Optional<String> author = id(event.at("author"));
    Optional<String> text = text(account, id, event);
    if (author.isEmpty() || text.isEmpty()) {
      return new Inbound.Unknown(account, "written", "its author or its words are not told");
    }
    boolean openly = event.at("public").flag().orElse(false);
    Optional<String> answered = id(event.at("under"));
    return new Inbound.Message(
        account,
        id,
        id(event.at("conversation")).orElse(id),
        Optional.empty(),
        answered,
        new Handle(author.get(), event.at("name").text()),
        author.get().equals(account),
        openly ? Visibility.PUBLIC : Visibility.PRIVATE,
        text.get(),
        attachments(event.at("file")),
        Optional.empty(),
        time(event),
        Optional.of("https://sound.example/inbox/" + id));
  }

  /** The words, or a question for them; empty once that question was answered with none. */
  private Optional<String> text(String account, String id, Tree event) {
    if (!event.at("untold").flag().orElse(false)) {
      return Optional.of(event.at("text").text().orElse(""));
    }
    for (LookupAnswer answer : delivery.answers()) {
      if (answer.name().equals(id)) {
        return answer.status() == 200 ? answer.body().at("text").text() : Optional.empty();
      }
    }
    lookups.add(
        new Parsed.Lookup(
            account, id, "/messages/" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
    return Optional.empty();
  }

  private static List<Attachment> attachments(Tree file) {
    try {
      return file.at("url").text().isEmpty()
          ? List.of()
          : List.of(
              new Attachment(
                  "image", Optional.of(new URI(file.at("url").text().get())), Optional.empty()));
    } catch (URISyntaxException none) {
      return List.of();
    }
  }

  private Instant time(Tree event) {
    return event
        .at("at")
        .number()
        .filter(seconds -> seconds.signum() > 0 && seconds.compareTo(LAST_SECOND) <= 0)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()))
        .orElse(delivery.receivedAt());
  }

  private static Optional<String> id(Tree value) {
    return value.text().filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
  }

  private static String brief(String kind) {
    return kind.length() <= 40 ? kind : kind.substring(0, 40);
  }
}
