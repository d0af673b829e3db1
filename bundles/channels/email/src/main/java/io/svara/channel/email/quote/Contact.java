package io.svara.channel.email.quote;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a line tells how somebody is reached. */
final class Contact {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@]@[^\\s@]|https?://|\\bwww\\.[^\\s]|\\b[\\w-]{2,40}\\.(?:com|org|net|se|no|dk|fi|de|fr|es|pl|nl|eu|io)\\b");
  private static final int LEAST_DIGITS = 6;

  private Contact() {}

  static boolean is(String line) {
    if (line.length() > Line.LONG) {
      return false;
    }
    return ADDRESS.matcher(line.toLowerCase(Locale.ROOT)).find() || labelled(line) || number(line);
  }

  /** "Tel: 08-123", "m. 070 123", "Skype anna". */
  private static boolean labelled(String line) {
    String plain = Words.plain(line);
    int end = 0;
    while (end < plain.length() && ":.  \t".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    if (end == plain.length()) {
      return false;
    }
    String label = Words.bare(plain.substring(0, end));
    boolean colon = plain.charAt(end) != ' ' || plain.startsWith(":", end + 1);
    return Phrases.of(Topic.CONTACT).contains(label) && (colon || (end > 1 && digit(plain)));
  }

  private static boolean digit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** As many digits as a telephone number has, with nothing but its punctuation between. */
  private static boolean number(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
        if (digits >= LEAST_DIGITS) {
          return true;
        }
      } else if ("()+-./–  \u00a0".indexOf(c) < 0) {
        digits = 0;
      }
    }
    return false;
  }
}
