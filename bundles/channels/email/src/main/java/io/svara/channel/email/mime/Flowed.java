package io.svara.channel.email.mime;

import java.util.Locale;

/** Text whose lines are cut to be joined again (RFC 3676). */
final class Flowed {

  private Flowed() {}

  /** The text of a part, with its lines joined where it is format=flowed. */
  static String text(String text, Part part) {
    String format = part.parameters().getOrDefault("format", "").toLowerCase(Locale.ROOT);
    if (!format.equals("flowed")) {
      return text;
    }
    boolean delSp = part.parameters().getOrDefault("delsp", "").equalsIgnoreCase("yes");
    StringBuilder joined = new StringBuilder(text.length());
    int depthBefore = -1;
    for (String line : text.split("\r?\n|\r", -1)) {
      int depth = 0;
      while (depth < line.length() && line.charAt(depth) == '>') {
        depth++;
      }
      String words = line.substring(depth);
      words = words.startsWith(" ") ? words.substring(1) : words;
      boolean signature = words.equals("-- ");
      if (depthBefore != depth || signature) {
        if (depthBefore >= 0) {
          endLine(joined);
        }
        joined.append(">".repeat(depth)).append(depth > 0 ? " " : "");
      }
      boolean flows = !signature && words.endsWith(" ");
      joined.append(flows && delSp ? words.substring(0, words.length() - 1) : words);
      depthBefore = flows ? depth : -1;
      if (!flows) {
        joined.append('\n');
      }
    }
    return joined.toString();
  }

  private static void endLine(StringBuilder joined) {
    if (joined.length() > 0 && joined.charAt(joined.length() - 1) != '\n') {
      joined.append('\n');
    }
  }
}
