package io.svara.channel.email.mime;

import org.jsoup.nodes.Entities;

/**
 * What a reader sees of some parts.
 *
 * @param plain as plain text; blank where only the HTML has words
 * @param html as HTML; blank where all is plain
 */
record Seen(String plain, String html) {

  static final Seen NOTHING = new Seen("", "");

  static Seen plain(String text) {
    return new Seen(text, "");
  }

  static Seen html(String html) {
    return new Seen("", html);
  }

  /** Both, one below the other. */
  Seen then(Seen next) {
    if (equals(NOTHING)) {
      return next;
    }
    if (next.equals(NOTHING)) {
      return this;
    }
    boolean anyHtml = !html.isBlank() || !next.html.isBlank();
    boolean anyPlain = !plain.isBlank() || !next.plain.isBlank();
    return new Seen(
        anyPlain ? below(words(), next.words()) : "",
        anyHtml ? below(marked(), next.marked()) : "");
  }

  private static String below(String first, String second) {
    if (first.isBlank() || second.isBlank()) {
      return first.isBlank() ? second : first;
    }
    return first.stripTrailing() + "\n\n" + second;
  }

  private String words() {
    return plain.isBlank() && !html.isBlank() ? HtmlWords.of(html) : plain;
  }

  private String marked() {
    return html.isBlank() && !plain.isBlank()
        ? "<div style=\"white-space:pre-wrap\">" + Entities.escape(plain) + "</div>"
        : html;
  }

  /** The text for a reader of plain text, no more than is taken in. */
  String text(Flaws flaws) {
    String text = words();
    if (text.length() > Bounds.TEXT) {
      flaws.cut("The text is longer than " + Bounds.TEXT + " characters; the rest is left out.");
      text = text.substring(0, Bounds.TEXT);
    }
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip();
  }
}
