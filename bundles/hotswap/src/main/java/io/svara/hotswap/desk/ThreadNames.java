package io.svara.hotswap.desk;

import io.svara.hotswap.report.Plain;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names of a plugin's threads, fit for log, journal, page and terminal: the plugin chose them,
 * and how many there are.
 */
final class ThreadNames {
  private static final int MOST = 10;
  private static final int LONGEST = 60;

  private ThreadNames() {}

  /** The first of them, each cut, and how many more there are: {@code [pump, timer, … +3]}. */
  static String shown(List<String> names) {
    String more = names.size() > MOST ? ", … +" + (names.size() - MOST) : "";
    return names.stream()
        .limit(MOST)
        .map(ThreadNames::plain)
        .collect(Collectors.joining(", ", "[", more + "]"));
  }

  /** Without braces, in which a saying's places stand: a name must not be taken for one. */
  private static String plain(String name) {
    return Plain.text(name, LONGEST).replace('{', '(').replace('}', ')');
  }
}
