package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a mail, or its header, begins within the text of a notice that gives it back. */
final class Enclosed {

  private static final Set<String> KNOWN =
      Set.of(
          "received",
          "return-path",
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "reply-to",
          "x-mailer",
          "dkim-signature",
          "delivered-to");

  /** Those that people do not write: a summary of the mail has none of them. */
  private static final Set<String> TRACES =
      Set.of("received", "return-path", "message-id", "mime-version", "dkim-signature");

  /** Lines that are looked at. */
  private static final int LINES = 2_000;

  private Enclosed() {}

  /** The number of the line that the enclosed mail, or what announces it, begins with. */
  static int begins(List<String> lines) {
    int known = 0;
    for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
      if (announces(lines, i)) {
        return i;
      }
      if (i >= known && begun(lines, i)) {
        known = end(lines, i);
        if (header(lines.subList(i, known))) {
          return i;
        }
      }
    }
    return lines.size();
  }

  /** A line that says that the mail follows, and below which something like a header is. */
  private static boolean announces(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.isBlank() || line.length() > 160) {
      return false;
    }
    if (!Phrases.any(Phrases.Section.ENCLOSED, Phrases.plain(line))) {
      return false;
    }
    int seen = 0;
    for (int i = at + 1; i < lines.size() && seen < 4; i++) {
      String next = lines.get(i);
      if (!next.isBlank()) {
        seen++;
        String name = name(next.strip());
        if (KNOWN.contains(name) && !next.strip().endsWith(":")) {
          return !StatusReport.knows(name);
        }
      }
    }
    return line.startsWith("--") && line.endsWith("--");
  }

  private static boolean begun(List<String> lines, int at) {
    return KNOWN.contains(name(lines.get(at)));
  }

  /** Where the run of fields and their continuations that begins here ends. */
  private static int end(List<String> lines, int at) {
    int end = at;
    while (end < lines.size() && !lines.get(end).isBlank() && ofHeader(lines.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean ofHeader(String line) {
    return line.startsWith(" ") || line.startsWith("\t") || !name(line).isEmpty();
  }

  /** Whether a run of fields is the header of a mail. */
  private static boolean header(List<String> run) {
    Set<String> names = new HashSet<>();
    run.forEach(line -> names.add(name(line)));
    boolean trace = names.stream().anyMatch(TRACES::contains);
    names.retainAll(KNOWN);
    return trace && names.size() >= 3;
  }

  /** The header of the enclosed mail: the first from there on that no mail system wrote. */
  static List<Part.Field> header(List<String> lines, int from) {
    List<Part.Field> first = List.of();
    for (int i = from; i < Math.min(lines.size(), from + LINES); i++) {
      if (begun(lines, i)) {
        int end = end(lines, i);
        if (header(lines.subList(i, end))) {
          List<Part.Field> header = read(lines.subList(i, end));
          first = first.isEmpty() ? header : first;
          if (!Senders.daemon(value(header, "from").orElse(""))) {
            return header;
          }
        } else if (first.isEmpty() && i < from + 8) {
          first = read(lines.subList(i, end));
        }
        i = end - 1;
      } else if (first.isEmpty() && i < from + 8 && begun(List.of(lines.get(i).strip()), 0)) {
        first = indented(lines, i);
      }
    }
    return first;
  }

  private static List<Part.Field> read(List<String> lines) {
    return Notice.header(String.join("\n", lines) + "\n\n");
  }

  /** A header that is set in from the left. */
  private static List<Part.Field> indented(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && end < from + 200 && !lines.get(end).isBlank()) {
      end++;
    }
    return read(lines.subList(from, end));
  }

  private static Optional<String> value(List<Part.Field> header, String name) {
    return header.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Part.Field::value)
        .findFirst();
  }

  /** The name of the field that a line is, in lower case; empty where it is none. */
  private static String name(String line) {
    int colon = line.indexOf(':');
    if (colon < 2 || colon > 60) {
      return "";
    }
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c != '-' && c != '_' && (c > 127 || !Character.isLetterOrDigit(c))) {
        return "";
      }
    }
    return line.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
