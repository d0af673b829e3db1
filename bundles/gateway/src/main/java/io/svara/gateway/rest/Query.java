package io.svara.gateway.rest;

import io.svara.engine.desk.Refused;
import io.svara.gateway.json.WireNames;
import io.svara.gateway.problem.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what requests say as text. */
final class Query {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private Query() {}

  /** The text, unless there is none or it is blank. */
  static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  static int limit(String value, Locale language) {
    if (text(value).isEmpty()) {
      return USUAL;
    }
    if (!value.matches("[0-9]{1,3}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > MOST) {
      throw Refused.invalid(Texts.of(language, "badLimit"));
    }
    return Integer.parseInt(value);
  }

  /** The constants that the values name, several in one value being parted by commas. */
  static <E extends Enum<E>> Set<E> several(
      Class<E> type, String name, List<String> values, Locale language) {
    Set<E> found = EnumSet.noneOf(type);
    for (String value : values) {
      Arrays.stream(value.split(",", -1))
          .filter(part -> !part.isBlank())
          .forEach(part -> found.add(one(type, name, part.strip(), language)));
    }
    return found;
  }

  static <E extends Enum<E>> E one(Class<E> type, String name, String value, Locale language) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> WireNames.of(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    Texts.of(
                        language,
                        "badValue",
                        name,
                        value,
                        Arrays.stream(type.getEnumConstants())
                            .map(WireNames::of)
                            .collect(Collectors.joining(", ")))));
  }

  /** The member of a request that must be there. */
  static <T> T required(T value, String name, Locale language) {
    if (value == null) {
      throw Refused.invalid(Texts.of(language, "missing", name));
    }
    return value;
  }
}
