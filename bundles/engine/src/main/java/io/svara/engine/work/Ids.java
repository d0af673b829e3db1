package io.svara.engine.work;

import java.security.SecureRandom;
import java.util.Random;

/** Names for new things: random, short enough to read out, without letters that look alike. */
public final class Ids {
  /** Crockford's base 32: no I, L, O, U. */
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private static final Random RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * 60 random bits: among a million, two alike once in a million runs; the journal's expectation
   * catches it.
   */
  public static String next() {
    char[] id = new char[12];
    for (int i = 0; i < id.length; i++) {
      id[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
    }
    return new String(id);
  }
}
