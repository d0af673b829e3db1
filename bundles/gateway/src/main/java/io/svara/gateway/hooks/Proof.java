package io.svara.gateway.hooks;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.gateway.people.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a delivery comes from where it says, as its channel's descriptor declares. */
final class Proof {
  private Proof() {}

  /** The setting of the endpoint that holds the secret; empty where nothing may be posted. */
  static Optional<String> secretSetting(WebhookAuthentication authentication) {
    if (authentication instanceof WebhookAuthentication.Hmac hmac) {
      return Optional.of(hmac.secretSetting());
    } else if (authentication instanceof WebhookAuthentication.Token token) {
      return Optional.of(token.tokenSetting());
    }
    return Optional.empty();
  }

  /** The header that proves the delivery. */
  static Optional<String> header(WebhookAuthentication authentication) {
    if (authentication instanceof WebhookAuthentication.Hmac hmac) {
      return Optional.of(hmac.header());
    } else if (authentication instanceof WebhookAuthentication.Token token) {
      return Optional.of(token.header());
    }
    return Optional.empty();
  }

  /** The question by which the platform makes sure that the address is ours. */
  static Optional<WebhookAuthentication.Challenge> challenge(WebhookAuthentication authentication) {
    if (authentication instanceof WebhookAuthentication.Hmac hmac) {
      return hmac.challenge();
    } else if (authentication instanceof WebhookAuthentication.Token token) {
      return token.challenge();
    }
    return Optional.empty();
  }

  /**
   * Whether the delivery is proven. Compares in constant time.
   *
   * @param headers the value of a header by its name, or null
   */
  static boolean holds(
      WebhookAuthentication authentication,
      String secret,
      UnaryOperator<String> headers,
      byte[] body) {
    if (authentication instanceof WebhookAuthentication.Hmac hmac) {
      return digestMatches(hmac, secret, headers.apply(hmac.header()), body);
    } else if (authentication instanceof WebhookAuthentication.Token token) {
      String sent = headers.apply(token.header());
      return sent != null && Digests.same(sent, secret);
    }
    return false;
  }

  private static boolean digestMatches(
      WebhookAuthentication.Hmac hmac, String secret, String sent, byte[] body) {
    if (sent == null || secret.isEmpty() || !sent.startsWith(hmac.prefix())) {
      return false;
    }
    try {
      String digest = sent.substring(hmac.prefix().length()).strip();
      byte[] claimed =
          switch (hmac.encoding()) {
            case HEX -> HexFormat.of().parseHex(digest);
            case BASE64 -> Base64.getDecoder().decode(digest);
          };
      Mac mac = Mac.getInstance(hmac.algorithm());
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), hmac.algorithm()));
      return MessageDigest.isEqual(claimed, mac.doFinal(body));
    } catch (IllegalArgumentException notADigest) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This Java does not know the algorithm '"
              + hmac.algorithm()
              + "' that the connector's descriptor names; the connector is at fault.",
          e);
    }
  }
}
