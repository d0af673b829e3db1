package io.svara.testing.successor;

import java.util.Optional;

/** A cursor as this version writes it. What the version before wrote, a bare number, it reads. */
final class Mark {
  private static final String PREFIX = "v2:";

  private Mark() {}

  static Optional<String> read(Optional<String> cursor) {
    return cursor.map(text -> text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
  }

  static String written(String number) {
    return PREFIX + number;
  }
}
