package io.svara.engine.guard;

import io.svara.api.message.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a text and where it goes, so that a verdict on one text cannot be used for another. */
public final class TextDigest {
  private TextDigest() {}

  /** SHA-256, in hex, of account, visibility and text, each preceded by its length. */
  public static String of(String account, Visibility visibility, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {account, visibility.name(), text}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
  }
}
