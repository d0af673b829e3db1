package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Http;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets are known by their looks here, so that one which turns up anywhere is found. */
public interface SecrecyCases {

  @Test
  default void noSecretIsInALine(Trial trial) {
    Lifetime life = trial.life();
    holdsNoSecret(life, life.witness().lines);
  }

  /** Addresses end up in the logs of proxies. */
  @Test
  default void noSecretIsInAnAddress(Trial trial) {
    Lifetime life = trial.life();
    holdsNoSecret(
        life, life.witness().calls.stream().map(Http.Call::uri).map(Object::toString).toList());
  }

  /** Platforms quote a token that they do not like; receipts are in the journal for ever. */
  @Test
  default void noSecretIsInAnAnswer(Trial trial) {
    Lifetime life = trial.life();
    holdsNoSecret(life, life.witness().words);
  }

  @Test
  default void nobodysWordsAreInALine(Trial trial) {
    Lifetime life = trial.life();
    assertThat(life.witness().lines)
        .noneMatch(
            line -> line.contains(Lifetime.CUSTOMERS_WORD) || line.contains(Lifetime.AGENTS_WORD));
  }

  private static void holdsNoSecret(Lifetime life, List<String> texts) {
    assertThat(texts.stream().flatMap(text -> life.secrets().in(text).stream()))
        .as("names of secrets that stand in there")
        .isEmpty();
  }
}
