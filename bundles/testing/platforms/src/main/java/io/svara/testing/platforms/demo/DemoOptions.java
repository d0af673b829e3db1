package io.svara.testing.platforms.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options as {@code --name=value}. */
record DemoOptions(Map<String, String> values) {
  private static final Set<String> KNOWN =
      Set.of(
          "port",
          "callback",
          "app-secret",
          "verify-token",
          "page-id",
          "page-name",
          "page-token",
          "burst",
          "pace-seconds",
          "seed");

  static DemoOptions parse(String[] arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = argument.startsWith("--") && equals > 2 ? argument.substring(2, equals) : "";
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "There is no option "
                + argument
                + ": give --name=value with one of "
                + KNOWN.stream().sorted().toList()
                + ".");
      }
      values.put(name, argument.substring(equals + 1));
    }
    return new DemoOptions(values);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
  }

  String required(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Give --" + name + "=…."));
  }
}
