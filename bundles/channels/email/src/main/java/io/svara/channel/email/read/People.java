package io.svara.channel.email.read;

import io.svara.api.message.Handle;
import io.svara.channel.email.mime.Mailbox;
import io.svara.channel.email.mime.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People as address fields name them: known by their address in lower case. */
final class People {
  private static final int LONGEST = 320;
  private static final int MOST = 200;

  private People() {}

  /** All that the fields of that name list, each once, in order. */
  static List<Handle> in(Part root, String field) {
    Map<String, Handle> people = new LinkedHashMap<>();
    for (Mailbox one : root.mailboxes(field)) {
      Optional<String> address = address(one.address());
      if (address.isPresent() && people.size() < MOST) {
        people.putIfAbsent(
            address.get(), new Handle(address.get(), one.name().flatMap(People::name)));
      }
    }
    return List.copyOf(people.values());
  }

  /** An address as it is compared; empty where that is none. */
  static Optional<String> address(String address) {
    return Optional.of(address.replaceAll("[\\s<>\\p{Cntrl}]+", "").toLowerCase(Locale.ROOT))
        .filter(text -> text.length() <= LONGEST && text.indexOf('@') > 0);
  }

  private static Optional<String> name(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String bounded = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    return Optional.of(bounded).filter(text -> !text.isEmpty());
  }
}
