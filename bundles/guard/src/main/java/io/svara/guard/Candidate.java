package io.svara.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits in a text that could be a number of some kind.
 *
 * @param digits without what separates them
 * @param from where they begin in the text, in UTF-16 units
 * @param to behind the last of them
 */
record Candidate(String digits, int from, int to) {

  /** All places where the pattern is found. */
  static List<Candidate> find(Pattern pattern, String text) {
    List<Candidate> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
      found.add(new Candidate(digits(text, matcher), matcher.start(), matcher.end()));
    }
    return found;
  }

  private static String digits(String text, Matcher matcher) {
    StringBuilder digits = new StringBuilder();
    for (int i = matcher.start(); i < matcher.end(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
