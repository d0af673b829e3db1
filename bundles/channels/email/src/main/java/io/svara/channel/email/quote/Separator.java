package io.svara.channel.email.quote;

/** Lines that mail programs draw between a letter and the one below it. */
final class Separator {
  private Separator() {}

  /** {@code -----Original Message-----}. */
  static boolean original(Line line) {
    return says(line, Topic.ORIGINAL);
  }

  /** {@code ---------- Forwarded message ---------}: what stands below is meant to be read. */
  static boolean forwarded(Line line) {
    if (!line.brief()) {
      return false;
    }
    if (says(line, Topic.FORWARDED)) {
      return true;
    }
    String plain = Words.plain(line.text());
    if (!plain.startsWith("--")) {
      return false;
    }
    String bare = Words.bare(plain);
    return Phrases.of(Topic.FORWARDED).stream().anyMatch(bare::startsWith);
  }

  /** Nothing but dashes, underscores or the like, at least five. */
  static boolean drawn(Line line) {
    return drawn(line.text(), 5);
  }

  static boolean drawn(String text, int least) {
    int strokes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("-_=~—–―─*#".indexOf(c) >= 0) {
        strokes++;
      } else if (!Words.space(c)) {
        return false;
      }
    }
    return strokes >= least;
  }

  private static boolean says(Line line, Topic topic) {
    if (!line.brief()) {
      return false;
    }
    String plain = Words.plain(line.text());
    String bare = Words.bare(plain);
    return Phrases.of(topic).contains(bare)
        && (plain.startsWith("--")
            || plain.startsWith("__")
            || plain.startsWith("==")
            || plain.startsWith("##")
            || plain.endsWith(":")
            || plain.startsWith("—")
            || plain.startsWith("[")
            || plain.startsWith("<"));
  }
}
