package io.svara.gateway.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-512 of the JDK, with the rounds that the OWASP password
 * storage cheat sheet names for it (210,000). A hash carries its rounds, so that they can be raised
 * later.
 */
final class Passwords {
  private static final String SCHEME = "pbkdf2-sha512";
  private static final int BITS = 512;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int rounds;

  Passwords(int rounds) {
    this.rounds = rounds;
  }

  /** As kept in the secret store: scheme, rounds, salt and hash, parted by {@code $}. */
  String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        SCHEME,
        Integer.toString(rounds),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, rounds)));
  }

  /** Whether it is the password of that hash. */
  boolean matches(String password, String hash) {
    List<String> parts = List.of(hash.split("\\$", -1));
    if (parts.size() != 4 || !parts.get(0).equals(SCHEME)) {
      throw new IllegalStateException(
          "A password hash in the secret store is not of a scheme that is known; set the password"
              + " of that user again.");
    }
    byte[] salt = Base64.getDecoder().decode(parts.get(2));
    byte[] expected = Base64.getDecoder().decode(parts.get(3));
    return MessageDigest.isEqual(derive(password, salt, Integer.parseInt(parts.get(1))), expected);
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This Java cannot compute PBKDF2WithHmacSHA512, which every JDK from 8 on can.", e);
    } finally {
      spec.clearPassword();
    }
  }
}
