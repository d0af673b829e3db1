package io.svara.testing.platforms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests, of the UTF-8 bytes of a secret, as platforms put them into headers. */
public enum Signature {
  HMAC_SHA1("HmacSHA1"),
  HMAC_SHA256("HmacSHA256");

  private final String algorithm;

  Signature(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The digest of {@code content} under {@code secret}, in lower-case hexadecimal. */
  public String hex(String secret, byte[] content) {
    return HexFormat.of().formatHex(digest(secret, content));
  }

  /** The same in Base64, with its padding. */
  public String base64(String secret, byte[] content) {
    return Base64.getEncoder().encodeToString(digest(secret, content));
  }

  private byte[] digest(String secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(content);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(
          "Every Java platform has " + algorithm + "; this one says it has not.", impossible);
    }
  }
}
