package io.svara.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words in a header (RFC 2047). Words that follow one another are joined before they are
 * decoded, because many programs cut a character in two.
 */
final class EncodedWords {

  /** A question mark within a word is against the rules and seen often. */
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([^?*\\s]{1,60})(?:\\*[^?]{0,60})?\\?([bBqQ])\\?"
              + "([^?\\r\\n]*+(?:\\?(?!=)[^?\\r\\n]*+){0,8}+)\\?=");

  private EncodedWords() {}

  /** The text that is meant; what is no encoded word stays as it is. */
  static String decode(String text) {
    if (!text.contains("=?")) {
      return text;
    }
    StringBuilder decoded = new StringBuilder();
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = "";
    int from = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String between = text.substring(from, word.start());
      boolean follows = from > 0 && between.isBlank();
      if (!follows || !charset.equalsIgnoreCase(word.group(1))) {
        decoded.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
      }
      if (!follows) {
        decoded.append(between);
      }
      charset = word.group(1);
      pending.writeBytes(bytes(word.group(2), word.group(3)));
      from = word.end();
    }
    decoded.append(Charsets.decode(pending.toByteArray(), charset));
    return decoded.append(text, from, text.length()).toString();
  }

  /** Where the encoded word ends that begins at a place; -1 where none does. */
  static int endOfWord(String text, int from) {
    Matcher word = WORD.matcher(text).region(from, text.length());
    return word.lookingAt() ? word.end() : -1;
  }

  private static byte[] bytes(String encoding, String text) {
    return encoding.equalsIgnoreCase("B") ? base64(text) : quoted(text);
  }

  private static byte[] base64(String text) {
    String clean = text.replaceAll("[^A-Za-z0-9+/]", "");
    int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
    return Base64.getDecoder().decode(clean.substring(0, whole));
  }

  private static byte[] quoted(String text) {
    return Hexed.bytes(text.replace('_', ' ').getBytes(StandardCharsets.UTF_8), '=');
  }
}
