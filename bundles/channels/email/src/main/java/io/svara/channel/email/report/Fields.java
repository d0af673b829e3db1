package io.svara.channel.email.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields of a machine's report (RFC 3464, 5965, 8098), written as in a header; of several by the
 * same name the first counts.
 */
final class Fields {

  /** One line that is a field, or an empty line where the name is empty. */
  record Line(String name, String value) {
    boolean blank() {
      return name.isEmpty();
    }
  }

  private final Map<String, String> values = new TreeMap<>();

  /** Unfolds a text into its fields; what is none continues the one before. */
  static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    String name = "";
    for (String each : text.split("\\r\\n|\\n|\\r", -1)) {
      String line = unquoted(each);
      boolean indented = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
      String begun = name(line.strip());
      if (line.isBlank()) {
        add(lines, name, value);
        lines.add(new Line("", ""));
        name = "";
      } else if (!begun.isEmpty() && (!indented || StatusReport.knows(begun))) {
        add(lines, name, value);
        name = begun;
        value.append(line.strip().substring(begun.length() + 1).strip());
      } else if (value.length() < 4_000) {
        value.append(' ').append(line.strip());
      }
    }
    add(lines, name, value);
    return lines;
  }

  private static void add(List<Line> lines, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      lines.add(new Line(name, value.toString().strip()));
    }
    value.setLength(0);
  }

  private static String unquoted(String line) {
    int from = 0;
    while (from < line.length() && line.charAt(from) == '>') {
      from++;
    }
    return line.substring(from > 0 && line.startsWith(" ", from) ? from + 1 : from);
  }

  /**
   * The name in lower case's field that a line begins, as it is written; empty where it begins
   * none.
   */
  private static String name(String line) {
    int colon = line.indexOf(':');
    if (colon < 1 || colon > 60) {
      return "";
    }
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c != '-' && c != '_' && (c > 127 || !Character.isLetterOrDigit(c))) {
        return "";
      }
    }
    return line.substring(0, colon);
  }

  /** All fields of a text as one group. */
  static Fields of(String text) {
    Fields fields = new Fields();
    lines(text).stream().filter(line -> !line.blank()).forEach(fields::add);
    return fields;
  }

  void add(Line line) {
    values.putIfAbsent(line.name().toLowerCase(Locale.ROOT), line.value());
  }

  boolean has(String name) {
    return values.containsKey(name.toLowerCase(Locale.ROOT));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value of a field that is not blank. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  /** A value behind its type: {@code dns; mx.example.org}. */
  Optional<String> typed(String name) {
    return get(name)
        .map(value -> value.substring(value.indexOf(';') + 1).strip())
        .filter(value -> !value.isEmpty());
  }
}
