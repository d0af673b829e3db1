package io.svara.channel.email.net;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A server's words, fit to be shown to people. */
public final class Words {
  private static final int LONGEST = 300;
  private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");

  private Words() {}

  /** On one line, without control characters, and not endless. */
  public static String of(String said) {
    String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** The same, and without the secret that a server may quote. */
  public static String without(String secret, String said) {
    boolean quoted =
        !secret.isEmpty()
            && (said.contains(secret)
                || CODED.matcher(said).results().anyMatch(word -> holds(word.group(), secret)));
    return quoted ? "(words that quote a secret)" : of(said);
  }

  /** Names and passwords go over the line in this form, and so a server may quote them. */
  private static boolean holds(String coded, String secret) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(coded);
      return new String(bytes, StandardCharsets.UTF_8).contains(secret);
    } catch (IllegalArgumentException otherWords) {
      return false;
    }
  }
}
