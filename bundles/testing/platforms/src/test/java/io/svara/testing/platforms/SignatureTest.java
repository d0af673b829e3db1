package io.svara.testing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final byte[] QUESTION =
      "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

  @Test
  void sha256FollowsTheSecondVectorOfRfc4231() {
    assertThat(Signature.HMAC_SHA256.hex("Jefe", QUESTION))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void sha1FollowsTheSecondVectorOfRfc2202() {
    assertThat(Signature.HMAC_SHA1.hex("Jefe", QUESTION))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  }

  @Test
  void theSameIsWrittenInBase64() {
    assertThat(Signature.HMAC_SHA256.base64("Jefe", QUESTION))
        .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
  }
}
