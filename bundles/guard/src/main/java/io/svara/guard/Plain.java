package io.svara.guard;

import java.util.regex.Pattern;

/**
 * A text with every kind of space as a space and every kind of dash as a hyphen, so that a number
 * is found however a word processor or a telephone wrote it. One UTF-16 unit for one: a place in it
 * is the same place in the text.
 */
final class Plain {
  private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

  /** Dash punctuation and the minus sign; what takes two units is left, to keep all places. */
  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212&&[\\u0000-\\uFFFF]]");

  private Plain() {}

  static String of(String text) {
    return DASH.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("-");
  }
}
