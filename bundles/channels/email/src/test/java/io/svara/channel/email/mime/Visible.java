package io.svara.channel.email.mime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What is compared, in a form that a failure can be read from. */
final class Visible {

  private Visible() {}

  /** A field, whatever its folding and whatever its encoded words mean. */
  static String field(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon).strip()
        + ":"
        + EncodedWords.decode(field.substring(colon + 1)).replaceAll("[\\s\\p{Cntrl}]+", "");
  }

  /** The type that a field names, where it is the field to do so. */
  static Optional<String> type(String field) {
    String plain = field(field).toLowerCase(Locale.ROOT);
    return plain.startsWith("content-type:")
        ? Optional.of(plain.replaceFirst(";.*", ""))
        : Optional.empty();
  }

  static String bytes(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return bytes.length + " bytes, " + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
