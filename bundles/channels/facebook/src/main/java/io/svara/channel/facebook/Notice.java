package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Handle;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.Optional;

/**
 * One change or one Messenger event, with what its delivery says around it.
 *
 * @param page the page that it happened to: the entry's id
 * @param field what it is about: {@code feed}, {@code messaging}
 * @param value what Facebook tells
 * @param where its place in the delivery, for people who look for it
 * @param mark tells it from its neighbours in the same delivery
 * @param told when the entry says that it was told
 * @param receivedAt when the delivery came, for want of any other time
 */
record Notice(
    String page,
    String field,
    Tree value,
    String where,
    String mark,
    Optional<Instant> told,
    Instant receivedAt) {

  /** The first of these members that holds an id. */
  Optional<String> id(String... names) {
    for (String name : names) {
      Optional<String> id = Values.id(value.at(name));
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  /** The id in that member, without which the notice says nothing. */
  String needId(String name) {
    return id(name)
        .orElseThrow(() -> new Unreadable("'" + name + "' is missing in " + where + "."));
  }

  /** The words in that member; empty when there are none. */
  String words(String name) {
    return Values.words(value.at(name)).orElse("");
  }

  /** When it happened. */
  Instant happenedAt(String name) {
    return Values.time(value.at(name)).or(() -> told).orElse(receivedAt);
  }

  /** When we were told: of an edit, the creation time is that of what was edited. */
  Instant toldAt(String otherwise) {
    return told.or(() -> Values.time(value.at(otherwise))).orElse(receivedAt);
  }

  /**
   * Who did it: {@code from} since Graph 2.11, {@code sender_id} before, {@code reviewer_id} of a
   * review. Facebook leaves it out for mentions and where a permission is missing.
   */
  Optional<Handle> author() {
    Optional<String> name =
        Values.words(value.at("from").at("name"))
            .or(() -> Values.words(value.at("sender_name")))
            .or(() -> Values.words(value.at("reviewer_name")))
            .filter(words -> !words.isBlank());
    return Values.id(value.at("from").at("id"))
        .or(() -> id("sender_id", "reviewer_id"))
        .map(id -> new Handle(id, name));
  }

  Inbound ignored(String reason) {
    return new Inbound.Ignored(page, what(), reason);
  }

  Inbound unknown(String reason) {
    return new Inbound.Unknown(page, what(), reason);
  }

  /** In the platform's own words, such as {@code feed/like/add}; never what a person wrote. */
  private String what() {
    StringBuilder what = new StringBuilder(field);
    id("item").map(Notice::brief).ifPresent(item -> what.append('/').append(item));
    id("verb").map(Notice::brief).ifPresent(verb -> what.append('/').append(verb));
    return what.toString();
  }

  private static String brief(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40) + "…";
  }
}
