package io.svara.channel.email.letter;

import java.util.regex.Pattern;

/**
 * Text as format=flowed (RFC 3676): lines short enough for every server, which the reader's program
 * puts together again.
 */
final class Flowing {
  private static final int WIDTH = 76;
  private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

  private Flowing() {}

  /** The text in lines that end with CRLF. */
  static String of(String text) {
    StringBuilder flowed = new StringBuilder();
    for (String line : BREAK.split(text, -1)) {
      flow(line.equals("-- ") ? line : line.stripTrailing(), flowed);
    }
    return flowed.toString();
  }

  private static void flow(String line, StringBuilder flowed) {
    int begin = 0;
    while (line.length() - begin > WIDTH) {
      int blank = line.lastIndexOf(' ', begin + WIDTH - 1);
      if (blank <= begin) {
        blank = line.indexOf(' ', begin + WIDTH);
      }
      if (blank <= begin) {
        break;
      }
      flowed.append(stuffed(line.substring(begin, blank + 1))).append("\r\n");
      begin = blank + 1;
    }
    flowed.append(stuffed(line.substring(begin))).append("\r\n");
  }

  /** A blank before what would be taken for a quotation, for stuffing, or for a mailbox's mark. */
  private static String stuffed(String line) {
    return line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ")
        ? " " + line
        : line;
  }
}
