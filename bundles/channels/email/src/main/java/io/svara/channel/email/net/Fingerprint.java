package io.svara.channel.email.net;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** A certificate's SHA-256, as people compare and enter it. */
final class Fingerprint {
  private Fingerprint() {}

  /** As {@code AB:CD:…}. */
  static String of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Whether both are the same, with or without colons and blanks, in whatever case. */
  static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String fingerprint) {
    return fingerprint
        .replaceAll("(?i)^sha-?256[:=]", "")
        .replaceAll("[^0-9A-Fa-f]", "")
        .toUpperCase(Locale.ROOT);
  }
}
