package io.svara.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(1_000);

  @Test
  void aPasswordMatchesItsHashAndNoOther() {
    String hash = passwords.hash("räksmörgås 1!");

    assertThat(passwords.matches("räksmörgås 1!", hash)).isTrue();
    assertThat(passwords.matches("räksmörgås 1", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertThat(passwords.hash("the same")).isNotEqualTo(passwords.hash("the same"));
  }

  @Test
  void aHashWithOtherRoundsStillMatches() {
    assertThat(new Passwords(2_000).matches("the same", passwords.hash("the same"))).isTrue();
  }

  @Test
  void aHashOfAnUnknownSchemeIsToldAndNotTakenForWrong() {
    assertThatThrownBy(() -> passwords.matches("x", "md5$x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set the password of that user again");
  }
}
