package io.svara.channel.facebook;

import io.svara.api.message.Attachment;
import io.svara.api.message.Tree;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What hangs on a Messenger message. */
final class MessengerAttachments {

  private MessengerAttachments() {}

  static List<Attachment> of(Tree message) {
    List<Attachment> all = new ArrayList<>();
    for (Tree attachment : message.at("attachments").each()) {
      all.add(one(attachment));
    }
    // What the customer looked at while writing; nothing to show where its address is none.
    Values.url(message.at("reply_to").at("story").at("url"))
        .ifPresent(url -> all.add(new Attachment("story", Optional.of(url), Optional.empty())));
    // The customer did send something, and only the platform's own inbox can show it.
    if (message.at("is_unsupported").flag().orElse(false)) {
      all.add(new Attachment("unsupported", Optional.empty(), Optional.empty()));
    }
    return all;
  }

  private static Attachment one(Tree attachment) {
    Tree payload = attachment.at("payload");
    Tree product = first(payload.at("product").at("elements"));
    Optional<URI> url =
        Values.url(payload.at("url"))
            .or(() -> Values.url(attachment.at("url")))
            .or(() -> Values.url(product.at("image_url")));
    return new Attachment(kind(attachment, payload), url, title(attachment, payload, product));
  }

  private static String kind(Tree attachment, Tree payload) {
    if (payload.at("sticker_id").present()) {
      return "sticker";
    }
    String type = Values.words(attachment.at("type")).orElse("file").toLowerCase(Locale.ROOT);
    return type.equals("fallback") ? "link" : type;
  }

  private static Optional<String> title(Tree attachment, Tree payload, Tree product) {
    return Values.words(attachment.at("title"))
        .or(() -> Values.words(payload.at("title")))
        .or(() -> Values.words(product.at("title")))
        .or(() -> place(payload.at("coordinates")))
        .filter(words -> !words.isBlank());
  }

  private static Optional<String> place(Tree coordinates) {
    return Values.id(coordinates.at("lat"))
        .flatMap(lat -> Values.id(coordinates.at("long")).map(lon -> lat + ", " + lon));
  }

  private static Tree first(Tree row) {
    return row.each().isEmpty() ? Tree.Nothing.NOTHING : row.each().get(0);
  }
}
