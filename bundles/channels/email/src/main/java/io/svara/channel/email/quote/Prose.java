package io.svara.channel.email.quote;

/** Whether a line is a piece of running text, which no signature holds but in its notices. */
final class Prose {
  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 9;

  private Prose() {}

  static boolean is(String line) {
    String text = line.strip();
    if (text.length() > Line.LONG) {
      return true;
    }
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    long words = Words.of(text).stream().filter(word -> word.length() > 1).count();
    if (last == '?' || (words >= 5 && (last == '.' || last == '!' || last == ':'))) {
      return true;
    }
    boolean listed =
        text.indexOf('|') > 0
            || text.indexOf('•') > 0
            || text.indexOf('@') > 0
            || (text.indexOf(',') != text.lastIndexOf(',')
                && text.chars().anyMatch(Character::isDigit));
    return !listed && (text.length() > LONGEST || words > MOST_WORDS);
  }

  /** A legal notice, an appeal to spare paper. */
  static boolean notice(String line) {
    String plain = Words.plain(line.length() > 600 ? line.substring(0, 600) : line);
    return Phrases.of(Topic.NOTICE).stream().anyMatch(plain::contains);
  }
}
