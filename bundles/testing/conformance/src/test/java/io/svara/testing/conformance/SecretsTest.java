package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void aReplacedSecretIsStillOne() {
    Secrets secrets = new Secrets();
    String first = secrets.of("accessToken");
    secrets.replace("accessToken", "another");
    assertThat(secrets.given("accessToken")).contains("another");
    assertThat(secrets.in("It was " + first + ".")).contains("accessToken");
    assertThat(secrets.in("It is another.")).contains("accessToken");
    assertThat(secrets.in("It is nobody's.")).isEmpty();
  }
}
