package io.svara.channel.email.net;

/** A server's words, fit to be shown to people. */
public final class Words {
  private static final int LONGEST = 300;

  private Words() {}

  /** On one line, without control characters, and not endless. */
  public static String of(String said) {
    String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** The same, and without the secret that a server may quote. */
  public static String without(String secret, String said) {
    String line = of(said);
    return secret.isEmpty() || !line.contains(secret) ? line : "(words that quote a secret)";
  }
}
