package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Content;
import io.svara.api.message.Letter;
import io.svara.engine.event.Event;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.JournalUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts the bytes that a delivery brought where bytes are kept, before anything is decided that
 * names them. What is not decided after all, because the process died in between, leaves blobs that
 * nothing names; the delivery is read again and has its own.
 */
final class Keeping {
  private final Blobs blobs;
  private final Map<Object, Event.Blob> kept = new IdentityHashMap<>();

  Keeping(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Keeps what the messages of a reading have, but for those that are known already.
   *
   * @throws JournalUnavailable when the disk does not take it
   */
  void keep(List<Inbound> items, Function<String, Optional<String>> accountOf, State state) {
    for (Inbound item : items) {
      if (item instanceof Inbound.Edit edit) {
        keep(edit.attachments());
      } else if (item instanceof Inbound.Undelivered news) {
        news.otherwise().ifPresent(this::keep);
      } else if (item instanceof Inbound.Message message
          && accountOf
              .apply(message.account())
              .filter(a -> state.messageByPlatform(a, message.platformId()).isEmpty())
              .isPresent()) {
        keep(message);
      }
    }
  }

  private void keep(Inbound.Message message) {
    keep(message.attachments());
    message
        .letter()
        .filter(letter -> letter.html().isPresent())
        .ifPresent(
            letter ->
                kept.put(
                    letter,
                    blob(
                        letter.html().get().getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        Optional.empty())));
  }

  private void keep(List<Attachment> attachments) {
    attachments.stream()
        .flatMap(attachment -> attachment.content().stream())
        .forEach(c -> kept.put(c, blob(c.bytes(), c.mediaType(), c.id())));
  }

  /** How many bytes the items bring along. */
  static long weight(List<Inbound> items) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Inbound.Undelivered news
                    ? news.otherwise().stream()
                    : Stream.of(item))
        .filter(Inbound.Message.class::isInstance)
        .map(Inbound.Message.class::cast)
        .mapToLong(
            message ->
                message.attachments().stream()
                        .flatMap(a -> a.content().stream())
                        .mapToLong(c -> c.bytes().length)
                        .sum()
                    + message.letter().flatMap(Letter::html).map(String::length).orElse(0))
        .sum();
  }

  private Event.Blob blob(byte[] bytes, String mediaType, Optional<String> id) {
    try {
      String key = blobs.put(new ByteArrayInputStream(bytes), bytes.length);
      return new Event.Blob(key, mediaType, bytes.length, id);
    } catch (IOException e) {
      throw new JournalUnavailable("What came with a delivery cannot be kept: " + e, e);
    }
  }

  List<Event.Piece> pieces(List<Attachment> attachments) {
    return attachments.stream()
        .map(
            a ->
                new Event.Piece(
                    a.kind(), a.url().map(URI::toString), a.title(), a.content().flatMap(this::of)))
        .toList();
  }

  private Optional<Event.Blob> of(Content content) {
    return Optional.ofNullable(kept.get(content));
  }

  Event.Post post(Letter letter) {
    return new Event.Post(
        letter.subject(),
        letter.to(),
        letter.copies(),
        letter.answersTo(),
        Optional.ofNullable(kept.get(letter)).map(Event.Blob::key),
        letter.folded(),
        letter.marks(),
        letter.aliases());
  }
}
