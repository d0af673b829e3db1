package io.svara.shell;

import io.svara.engine.desk.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enums as commands say them: in lower case, with hyphens. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
  }

  /**
   * The constant of that name.
   *
   * @throws Refused when there is none; the message lists those that there are
   */
  static <E extends Enum<E>> E parse(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid("'" + word + "' is none of " + String.join(", ", all(type)) + "."));
  }
}
