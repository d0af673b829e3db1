package io.svara.channel.email.read;

import io.svara.api.message.Handle;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People as address fields name them: known by their address in lower case. */
final class People {
  private static final int LONGEST = 320;
  private static final int MOST = 200;
  private static final int LONGEST_FIELD = 32 << 10;

  /** What looks like an address where a field is no list of them. */
  private static final Pattern LOOSE =
      Pattern.compile("[^\\s<>()\\[\\],;:@\"]{1,64}@[^\\s<>()\\[\\],;:@\"]{1,255}");

  private People() {}

  /** All that the fields name, each once, in order. */
  static List<Handle> in(List<String> fields) {
    Map<String, Handle> people = new LinkedHashMap<>();
    for (String field : fields) {
      for (Handle one : in(field)) {
        if (people.size() < MOST) {
          people.putIfAbsent(one.platformId(), one);
        }
      }
    }
    return List.copyOf(people.values());
  }

  private static List<Handle> in(String field) {
    String bounded = field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
    try {
      List<Handle> people = new ArrayList<>();
      for (InternetAddress one : InternetAddress.parseHeader(bounded, false)) {
        members(one).forEach(member -> handle(member).ifPresent(people::add));
      }
      return people;
    } catch (AddressException | RuntimeException broken) {
      // The library throws more than it declares on what is no list of addresses.
      return loosely(bounded);
    }
  }

  private static Stream<InternetAddress> members(InternetAddress one) throws AddressException {
    return one.isGroup() ? Stream.of(one.getGroup(false)) : Stream.of(one);
  }

  private static Optional<Handle> handle(InternetAddress one) {
    return address(one.getAddress())
        .map(
            address ->
                new Handle(address, Optional.ofNullable(one.getPersonal()).flatMap(People::name)));
  }

  private static List<Handle> loosely(String field) {
    List<Handle> people = new ArrayList<>();
    Matcher found = LOOSE.matcher(field);
    while (found.find() && people.size() < MOST) {
      address(found.group()).map(Handle::unnamed).ifPresent(people::add);
    }
    return people;
  }

  private static Optional<String> address(String address) {
    return Optional.ofNullable(address)
        .map(text -> text.replaceAll("[\\s<>\\p{Cntrl}]+", "").toLowerCase(Locale.ROOT))
        .filter(text -> text.length() <= LONGEST && text.indexOf('@') > 0);
  }

  private static Optional<String> name(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String bounded = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    return Optional.of(bounded).filter(text -> !text.isEmpty());
  }
}
