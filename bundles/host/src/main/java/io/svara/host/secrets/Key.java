package io.svara.host.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the store: AES-256 in Galois/Counter Mode, one random 96-bit nonce for each writing.
 * NIST SP 800-38D, 8.3, allows 2^32 of those for one key; a store is not written so often.
 */
final class Key {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] FORMAT = "SVARA-SECRETS-1".getBytes(StandardCharsets.US_ASCII);

  private final SecretKeySpec key;
  private final SecureRandom random;

  private Key(byte[] bytes, SecureRandom random) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.random = random;
  }

  static Optional<Key> read(Disk disk, Path file, SecureRandom random) throws IOException {
    Optional<byte[]> kept = disk.read(file);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = new String(kept.get(), StandardCharsets.US_ASCII).strip();
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == KEY_BYTES) {
        return Optional.of(new Key(bytes, random));
      }
    } catch (IllegalArgumentException notBase64) {
      // said below, without a word of the content
    }
    throw new IOException(
        "The key file " + file + " holds no key of 32 bytes in Base64; restore it from a backup.");
  }

  static Key make(Disk disk, Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String line = Base64.getEncoder().encodeToString(bytes) + "\n";
    Replacing.write(disk, file, line.getBytes(StandardCharsets.US_ASCII));
    return new Key(bytes, random);
  }

  byte[] seal(byte[] plain) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
    byte[] whole = Arrays.copyOf(FORMAT, FORMAT.length + NONCE_BYTES + sealed.length);
    System.arraycopy(nonce, 0, whole, FORMAT.length, NONCE_BYTES);
    System.arraycopy(sealed, 0, whole, FORMAT.length + NONCE_BYTES, sealed.length);
    return whole;
  }

  byte[] open(byte[] whole) throws GeneralSecurityException {
    int start = FORMAT.length + NONCE_BYTES;
    if (whole.length < start || !Arrays.equals(FORMAT, Arrays.copyOf(whole, FORMAT.length))) {
      throw new GeneralSecurityException("not in the form that this version writes");
    }
    byte[] nonce = Arrays.copyOfRange(whole, FORMAT.length, start);
    return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, start, whole.length - start);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(FORMAT);
    return cipher;
  }

  @Override
  public String toString() {
    return "the key of the secret store";
  }
}
