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

  private Enclosed() {}

  /** The number of the line that the enclosed mail, or what announces it, begins with. */
  static int begins(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (announces(lines, i) || block(lines, i) > 0) {
        return i;
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

  /** How many lines of a header begin here; 0 where this is none. */
  private static int block(List<String> lines, int at) {
    if (!KNOWN.contains(name(lines.get(at)))) {
      return 0;
    }
    Set<String> names = new HashSet<>();
    int i = at;
    for (; i < lines.size() && i < at + 200; i++) {
      String line = lines.get(i);
      String name = name(line);
      if (name.isEmpty() && !line.startsWith(" ") && !line.startsWith("\t")) {
        break;
      }
      if (line.isBlank()) {
        break;
      }
      names.add(name);
    }
    boolean trace = names.stream().anyMatch(TRACES::contains);
    names.retainAll(KNOWN);
    return trace && names.size() >= 3 ? i - at : 0;
  }

  /** The header of the enclosed mail: the first from there on that no mail system wrote. */
  static List<Part.Field> header(List<String> lines, int from) {
    List<Part.Field> first = List.of();
    for (int i = from; i < lines.size(); i++) {
      int length = block(lines, i);
      if (length > 0) {
        List<Part.Field> header =
            Notice.header(String.join("\n", lines.subList(i, i + length)) + "\n\n");
        first = first.isEmpty() ? header : first;
        if (!Senders.daemon(value(header, "from").orElse(""))) {
          return header;
        }
        i += length;
      } else if (first.isEmpty() && i < from + 8 && KNOWN.contains(name(lines.get(i).strip()))) {
        first = short_(lines, i);
      }
    }
    return first;
  }

  /** A header that is too short to be told from other text without the line that announces it. */
  private static List<Part.Field> short_(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && end < from + 200 && !lines.get(end).isBlank()) {
      end++;
    }
    return Notice.header(String.join("\n", lines.subList(from, end)) + "\n\n");
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
