package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a delivery apart: several entries, each of one page, each with several notices (<a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">format</a>).
 */
final class DeliveryReader {

  private final EntryReader entries = new EntryReader();

  Parsed read(RawDelivery delivery) {
    Tree root;
    try {
      root = delivery.json();
    } catch (RawDelivery.MalformedBody e) {
      return new Parsed.Malformed("The body is no JSON: " + e.getMessage());
    }
    Optional<String> object = Values.words(root.at("object")).filter(name -> !name.isBlank());
    if (object.isEmpty()) {
      return new Parsed.Malformed(
          "'object' is missing at the root; there Facebook names what a delivery is about.");
    }
    if (delivery.answers().isEmpty()) {
      Optional<Parsed.Needs> questions = Untold.questions(root);
      if (questions.isPresent()) {
        return questions.get();
      }
    }
    List<Tree> told = Untold.answered(root, delivery.answers()).at("entry").each();
    if (told.isEmpty()) {
      return new Parsed.Malformed("'entry' at the root is missing, empty or no list.");
    }
    List<Inbound> items = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      items.addAll(entries.read(new Entry(object.get(), told.get(i), i, delivery.receivedAt())));
    }
    return new Parsed.Items(items);
  }
}
