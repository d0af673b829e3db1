package io.svara.channel.facebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that whoever has the token has the app's secret too (<a
 * href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Secure
 * requests</a>).
 */
final class AppSecretProof {

  private static final String ALGORITHM = "HmacSHA256";

  private AppSecretProof() {}

  static String of(String token, String appSecret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + "; this one has not.", e);
    }
  }
}
