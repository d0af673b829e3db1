package io.svara.testing.conformance;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import io.svara.api.channel.WebhookAuthentication.Encoding;
import io.svara.api.channel.WebhookAuthentication.Hmac;
import io.svara.api.channel.WebhookAuthentication.Token;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a delivery by what a descriptor declares, as the gateway does. */
final class Proof {
  private Proof() {}

  static Optional<Challenge> challenge(WebhookAuthentication declared) {
    if (declared instanceof Hmac hmac) {
      return hmac.challenge();
    }
    return declared instanceof Token token ? token.challenge() : Optional.empty();
  }

  /** The endpoint's setting that holds the key or token; empty where nothing is posted. */
  static Optional<String> secretSetting(WebhookAuthentication declared) {
    if (declared instanceof Hmac hmac) {
      return Optional.of(hmac.secretSetting());
    }
    return declared instanceof Token token ? Optional.of(token.tokenSetting()) : Optional.empty();
  }

  /** The header that carries the proof. */
  static Optional<String> header(WebhookAuthentication declared) {
    if (declared instanceof Hmac hmac) {
      return Optional.of(hmac.header());
    }
    return declared instanceof Token token ? Optional.of(token.header()) : Optional.empty();
  }

  /** What the header must hold for this body; empty when the secret is unknown. */
  static Optional<String> expected(WebhookAuthentication declared, byte[] body, Secrets secrets) {
    Optional<String> secret = secretSetting(declared).flatMap(secrets::given);
    return secret.map(key -> declared instanceof Hmac hmac ? digest(hmac, key, body) : key);
  }

  private static String digest(Hmac hmac, String key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(hmac.algorithm());
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), hmac.algorithm()));
      byte[] digest = mac.doFinal(body);
      return hmac.prefix()
          + (hmac.encoding() == Encoding.HEX
              ? HexFormat.of().formatHex(digest)
              : Base64.getEncoder().encodeToString(digest));
    } catch (GeneralSecurityException unknown) {
      throw new AssertionError(
          "The descriptor's algorithm is " + hmac.algorithm() + ", which Java does not know.",
          unknown);
    }
  }
}
