package io.svara.channel.email.mime;

/** Words set in lines: spaces and line ends are written when words follow, and never twice. */
final class TextLayout {

  private static final int MOST_BREAKS = 3;
  private static final int DEEPEST_QUOTE = 20;
  private static final int DEEPEST_LIST = 10;

  private final StringBuilder out = new StringBuilder();
  private int breaks;
  private char space;
  private String bullet = "";
  private int quotes;
  private int preformatted;

  int length() {
    return out.length();
  }

  String since(int start) {
    return out.substring(Math.min(start, out.length()));
  }

  /** At least so many line ends before what follows. */
  void lines(int least) {
    breaks = Math.max(breaks, least);
  }

  void lineBreak() {
    breaks = Math.min(MOST_BREAKS, breaks + 1);
  }

  void rule() {
    lines(1);
    words("----------");
    lines(1);
  }

  /** The next words stand in a cell of their own. */
  void cell() {
    space = '\t';
  }

  /** The next words are an item of a list. */
  void item(String mark, int depth) {
    bullet = "  ".repeat(Math.max(0, Math.min(DEEPEST_LIST, depth) - 1)) + mark;
  }

  void quoted(int more) {
    quotes += more;
  }

  void preformatted(int more) {
    preformatted += more;
  }

  void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted > 0 && c == '\n') {
        lineBreak();
      } else if (preformatted > 0 && c != '\r') {
        write(c);
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
        space = space == 0 ? ' ' : space;
      } else if (!isFiller(c)) {
        write(c);
      }
    }
  }

  /** What newsletters fill their preview with: soft hyphens and spaces without a width. */
  private static boolean isFiller(char c) {
    return c == '\u00ad' || c == '\u200b' || c == '\u034f' || c == '\ufeff' || c == 0;
  }

  private void write(char c) {
    boolean starts = out.length() == 0;
    if (breaks > 0 || starts) {
      out.append("\n".repeat(starts ? 0 : breaks));
      int depth = Math.min(DEEPEST_QUOTE, quotes);
      out.append(">".repeat(depth)).append(depth > 0 ? " " : "").append(bullet);
      bullet = "";
    } else if (space != 0) {
      out.append(space);
    }
    breaks = 0;
    space = 0;
    out.append(c);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
