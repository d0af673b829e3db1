package io.svara.engine.letters;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Content;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter;
import io.svara.api.message.Visibility;
import io.svara.engine.workplace.Workplace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A letter in the making. */
final class Post {
  private final String id;
  private final String author;
  private String subject = "Faktura";
  private String text = "Var är min faktura?";
  private String thread;
  private Optional<String> replyTo = Optional.empty();
  private Optional<String> token = Optional.empty();
  private Optional<String> html = Optional.empty();
  private List<String> references = List.of();
  private List<String> aliases = List.of();
  private List<String> resembles = List.of();
  private List<Handle> answersTo = List.of();
  private final Set<Letter.Mark> marks = new LinkedHashSet<>();
  private final List<Attachment> files = new ArrayList<>();

  private Post(String id, String author) {
    this.id = id;
    this.author = author;
    this.thread = id;
  }

  static Post of(String id, String author) {
    return new Post(id, author);
  }

  Post saying(String words) {
    text = words;
    return this;
  }

  Post about(String words) {
    subject = words;
    return this;
  }

  Post in(String conversation) {
    thread = conversation;
    return this;
  }

  Post answering(String other) {
    replyTo = Optional.of(other);
    return this;
  }

  Post referringTo(String... ids) {
    references = List.of(ids);
    return this;
  }

  Post carrying(String proof) {
    token = Optional.of(proof);
    return this;
  }

  Post knownAs(String... names) {
    aliases = List.of(names);
    return this;
  }

  Post like(String... names) {
    resembles = List.of(names);
    return this;
  }

  Post marked(Letter.Mark mark) {
    marks.add(mark);
    return this;
  }

  Post answersTo(String address) {
    answersTo = List.of(Handle.unnamed(address));
    return this;
  }

  Post html(String source) {
    html = Optional.of(source);
    return this;
  }

  Post with(String name, String content) {
    files.add(
        new Attachment(
            "file",
            Optional.empty(),
            Optional.of(name),
            Optional.of(
                new Content(
                    "text/plain",
                    content.getBytes(StandardCharsets.UTF_8),
                    Optional.of("cid-" + name)))));
    return this;
  }

  Inbound.Message sent() {
    return new Inbound.Message(
        "P1",
        id,
        thread,
        Optional.empty(),
        replyTo,
        new Handle(author, Optional.of("Name of " + author)),
        false,
        Visibility.PRIVATE,
        text,
        files,
        Optional.empty(),
        Workplace.NOON,
        Optional.empty(),
        Optional.of(
            new Letter(
                subject,
                List.of(Handle.unnamed("support@lumavik.example")),
                List.of(),
                answersTo,
                html,
                "> what was said before",
                marks,
                token,
                references,
                aliases,
                resembles)));
  }
}
