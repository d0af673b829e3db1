package io.svara.channel.email.mime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is compared, in a form that a failure can be read from. */
final class Visible {

  private Visible() {}

  /** A field, whatever its folding and whatever its encoded words mean. */
  static String field(String field) {
    int colon = field.indexOf(':');
    return EncodedWords.decode(
        field.substring(0, colon).strip()
            + ":"
            + field.substring(colon + 1).replaceAll("\\r?\\n|\\r", "").strip());
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
