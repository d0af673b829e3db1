package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import org.junit.jupiter.api.Test;

/** The host's lengths: 8,192 characters in a word, 1,048,576 in a text. */
class SoundnessTest {
  @Test
  void aTextMayBeLongAndNotLonger() {
    assertThat(Soundness.complaint(ignored("page", "x".repeat(1 << 20)))).isEmpty();
    assertThat(Soundness.complaint(ignored("page", "x".repeat((1 << 20) + 1))))
        .contains("Ignored.reason has 1048577 characters");
  }

  @Test
  void aNameIsShorterThanAText() {
    assertThat(Soundness.complaint(ignored("x".repeat(8_192), "a like"))).isEmpty();
    assertThat(Soundness.complaint(ignored("x".repeat(8_193), "a like")))
        .contains("Ignored.account has 8193 characters");
  }

  private static Inbound ignored(String account, String reason) {
    return new Inbound.Ignored(account, "like", reason);
  }
}
