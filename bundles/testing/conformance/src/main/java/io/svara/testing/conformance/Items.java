package io.svara.testing.conformance;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Message;
import java.util.List;

/** Looks for items among what was read. */
final class Items {
  private Items() {}

  static <T extends Inbound> List<T> of(Class<T> kind, List<Inbound> items) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The only one of its kind. */
  static <T extends Inbound> T only(Class<T> kind, List<Inbound> items) {
    List<T> found = of(kind, items);
    if (found.size() != 1) {
      throw new AssertionError(
          "One " + kind.getSimpleName() + " was expected; what was read is " + items + ".");
    }
    return found.get(0);
  }

  /** The message of that id. */
  static Message message(Written written, List<Inbound> items) {
    return of(Message.class, items).stream()
        .filter(message -> message.platformId().equals(written.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No message has the platform's id "
                        + written.id()
                        + "; what was read is "
                        + items
                        + "."));
  }
}
