package io.svara.api.channel;

import java.util.Optional;

/**
 * How a webhook proves where it comes from, declared rather than programmed: the gateway checks it
 * while no version of the connector runs. Names of secrets are names of the endpoint's settings.
 */
public sealed interface WebhookAuthentication {

  /** The platform posts nothing; the connector polls or streams. */
  record None() implements WebhookAuthentication {}

  /**
   * A keyed digest of the body's bytes in a header.
   *
   * @param header the header's name
   * @param prefix what stands before the digest, such as {@code sha256=}
   * @param algorithm as Java names it: {@code HmacSHA256}
   * @param encoding how the digest is written
   * @param secretSetting the endpoint's setting that holds the key
   * @param challenge how the platform makes sure that the address is ours
   */
  record Hmac(
      String header,
      String prefix,
      String algorithm,
      Encoding encoding,
      String secretSetting,
      Optional<Challenge> challenge)
      implements WebhookAuthentication {

    /** The usual one: HMAC-SHA256 in hexadecimal, and no challenge. */
    public static Hmac sha256(String header, String prefix, String secretSetting) {
      return new Hmac(header, prefix, "HmacSHA256", Encoding.HEX, secretSetting, Optional.empty());
    }
  }

  /** A fixed token in a header. */
  record Token(String header, String tokenSetting, Optional<Challenge> challenge)
      implements WebhookAuthentication {}

  /** How a digest is written. */
  enum Encoding {
    HEX,
    BASE64
  }

  /**
   * A GET that the platform sends when the address is registered: if the token is ours, one
   * parameter is echoed.
   *
   * @param tokenParameter the query parameter with the token
   * @param tokenSetting the endpoint's setting that it must equal
   * @param echoParameter the query parameter whose value is the answer's body
   */
  record Challenge(String tokenParameter, String tokenSetting, String echoParameter) {}
}
