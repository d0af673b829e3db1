package io.svara.hotswap.report;

/** Makes a stranger's text fit to be shown on a page or a terminal. */
public final class Plain {
  private Plain() {}

  /**
   * The text without what moves the cursor, turns the direction of writing or is no character, and
   * not longer than so many characters.
   */
  public static String text(String text, int longest) {
    String plain =
        text.codePoints()
            .limit(longest + 1L)
            .map(c -> shows(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.codePointCount(0, plain.length()) <= longest
        ? plain.strip()
        : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static boolean shows(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
