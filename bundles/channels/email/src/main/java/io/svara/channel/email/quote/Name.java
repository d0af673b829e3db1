package io.svara.channel.email.quote;

import java.util.List;

/** Whether a line can be somebody's name, by its form alone. */
final class Name {
  private static final int LONGEST = 40;

  private Name() {}

  /** One to four words with capitals, or of a script without; titles may follow a comma. */
  static boolean is(String line) {
    String name = core(line);
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    List<String> words = List.of(name.split("\\s+"));
    return words.size() <= 4
        && capital(words.get(0))
        && words.stream().allMatch(word -> word(word) && (capital(word) || particle(word)));
  }

  /** "-Anna", "/Anna", "~ Anna": a stroke and a name. */
  static boolean stroked(String line) {
    String text = line.strip();
    return !text.isEmpty() && "-–—/~".indexOf(text.charAt(0)) >= 0 && is(text);
  }

  /** "-anna": not even with a capital. */
  static boolean strokedWord(String line) {
    String text = line.strip();
    return text.length() > 1
        && text.length() < 16
        && "-–—/~".indexOf(text.charAt(0)) >= 0
        && text.substring(1).strip().chars().allMatch(Character::isLetter);
  }

  private static String core(String line) {
    String text = line.length() > Line.LONG ? "" : line.replace("*", "").strip();
    int from = 0;
    while (from < text.length() && "-–—/~_ ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < text.length() && ",|(•·<".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    int dash = Math.max(text.indexOf(" - ", from), text.indexOf(" – ", from));
    return text.substring(from, dash > from && dash < to ? dash : to).strip();
  }

  private static boolean capital(String word) {
    char first = word.charAt(0);
    return Character.isLetter(first) && !Character.isLowerCase(first);
  }

  private static boolean particle(String word) {
    return Phrases.of(Topic.PARTICLE).contains(word);
  }

  private static boolean word(String word) {
    return word.codePoints().allMatch(c -> Character.isLetter(c) || ".'’-´".indexOf(c) >= 0);
  }
}
