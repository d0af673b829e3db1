package io.svara.channel.email.quote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spelling made alike, so that lines can be compared with phrases. */
final class Words {
  private Words() {}

  /** Lower case, composed, single spaces, without invisible characters and marks of emphasis. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (space(c)) {
        gap = out.length() > 0;
      } else if (c != '*' && Character.getType(c) != Character.FORMAT) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    boolean ascii = out.chars().allMatch(c -> c < 128);
    String composed = ascii ? out.toString() : Normalizer.normalize(out, Normalizer.Form.NFC);
    return composed.toLowerCase(Locale.ROOT);
  }

  /** {@link #plain} without what is neither letter nor digit at both ends. */
  static String bare(String text) {
    String plain = plain(text);
    int from = 0;
    int to = plain.length();
    while (from < to && !Character.isLetterOrDigit(plain.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(plain.charAt(to - 1))) {
      to--;
    }
    return plain.substring(from, to);
  }

  /** Runs of letters and digits, in the spelling that they have. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean in = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (in && from < 0) {
        from = i;
      } else if (!in && from >= 0) {
        words.add(text.substring(from, i));
        from = -1;
      }
    }
    return words;
  }

  /** Where the first colon stands, of either width, or -1. */
  static int colon(String text) {
    int narrow = text.indexOf(':');
    int wide = text.indexOf('：');
    return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
  }

  static boolean blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!space(c) && Character.getType(c) != Character.FORMAT) {
        return false;
      }
    }
    return true;
  }

  static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
