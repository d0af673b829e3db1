package io.svara.channel.email.quote;

/**
 * One line of a letter.
 *
 * @param text with its {@code >} where it has one
 * @param quote what the letter's form says of it
 * @param mark what a mail program says of it by its HTML
 * @param ruled whether a rule is drawn above it
 */
record Line(String text, Quote quote, Mark mark, boolean ruled) {
  /** Nothing longer is an introduction, a label or a name; so hostile lines cost nothing. */
  static final int LONG = 300;

  enum Quote {
    NONE,
    /** Indented as quotations are, and as authors indent at times. */
    INDENTED,
    QUOTED
  }

  enum Mark {
    NONE,
    INTRODUCTION,
    REST,
    SIGNATURE
  }

  static Line plain(String text) {
    return new Line(text, marked(text) ? Quote.QUOTED : Quote.NONE, Mark.NONE, false);
  }

  boolean blank() {
    return Words.blank(text);
  }

  boolean quoted() {
    return quote == Quote.QUOTED;
  }

  /** Whether it can be a line of machinery or of a signature. */
  boolean brief() {
    return text.length() <= LONG;
  }

  static boolean marked(String text) {
    int i = 0;
    while (i < text.length() && i < 4 && Words.space(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '>';
  }
}
