package io.svara.views;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * A filter value as the index holds it. The index refuses very long ones, and a stranger's overlong
 * handle must not stop the views: such a value is cut and its digest put behind it, alike when it
 * is written and when it is asked for.
 */
final class ExactValue {
  private static final int LONGEST = 1_024;

  private ExactValue() {}

  static BytesRef of(String value) {
    BytesRef whole = new BytesRef(value);
    if (whole.length <= LONGEST) {
      return whole;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String head = value.substring(0, LONGEST / 8);
    return new BytesRef(head + "…" + HexFormat.of().formatHex(digest(bytes)));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
