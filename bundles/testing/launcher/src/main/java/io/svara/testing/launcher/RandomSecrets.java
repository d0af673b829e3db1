package io.svara.testing.launcher;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets for one run: keys, tokens, passwords that nobody needs to know. */
public final class RandomSecrets {
  private static final int BYTES = 24;

  private RandomSecrets() {}

  /** Another one each time, in hexadecimal. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
