package io.svara.testing.conformance;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;

/**
 * A case and what became of it.
 *
 * @param family what the case is about
 * @param name the case's method
 * @param reason empty where it passed, unless another contract did not pass it
 */
record Result(String family, String name, Outcome outcome, String reason) {
  /** A page of text says enough; an assertion about a whole body would say megabytes. */
  private static final int LONGEST = 1_000;

  static Result of(Method method, Outcome outcome, String reason) {
    String family = method.getDeclaringClass().getSimpleName().replaceFirst("Cases$", "");
    return new Result(family, method.getName(), outcome, cut(reason));
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  /** The order of the report. */
  String key() {
    return family + "." + name;
  }

  /** The case's name as the sentence that it is. */
  String title() {
    String words =
        String.join(" ", Arrays.asList(name.split("(?=[A-Z])"))).toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
