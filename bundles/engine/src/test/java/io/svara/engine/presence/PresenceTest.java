package io.svara.engine.presence;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.engine.desk.Refused;
import io.svara.engine.journal.Entry;
import io.svara.engine.workplace.Workplace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints and accounts. */
class PresenceTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private String journal() {
    return work.journal.read(1, 10_000).stream()
        .map(Entry::payload)
        .flatMap(java.util.Optional::stream)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void secretsAreInTheSafeAndNotInTheJournal() {
    assertThat(work.safe).containsEntry("account:page/token", "t0ken");
    assertThat(journal()).doesNotContain("t0ken").doesNotContain("s3cret").contains("P1");
    assertThat(work.presence.accounts().get(0).secrets()).containsExactly("token");
  }

  @Test
  void aSecretThatIsLeftOutStaysAsItIs() {
    work.presence.defineAccount(
        "page", Map.of("channel", "shout", "endpoint", "hook", "pageId", "P7"), OPERATOR);
    assertThat(work.safe).containsEntry("account:page/token", "t0ken");
    assertThat(work.presence.accounts().get(0).platformId()).isEqualTo("P7");
  }

  @Test
  void aReferenceForASecretIsInTheSafeThatKnowsWhatItStandsFor() {
    work.presence.defineAccount(
        "other",
        Map.of("channel", "shout", "endpoint", "hook", "pageId", "P8", "token", "$[env:TOKEN]"),
        OPERATOR);
    assertThat(work.safe).containsEntry("account:other/token", "$[env:TOKEN]");
    assertThat(journal()).doesNotContain("$[env:TOKEN]");
  }

  @Test
  void aSecretThatBeginsLikeAReferenceIsASecret() {
    work.presence.defineEndpoint("hook", Map.of("channel", "shout", "key", "$[tulip"), OPERATOR);
    assertThat(work.safe).containsEntry("endpoint:hook/key", "$[tulip");
    assertThat(journal()).doesNotContain("tulip");
  }

  @Test
  void aSettingThatTheFormDoesNotHaveIsRefusedByNameAndItsValueIsKeptNowhere() {
    assertThatThrownBy(
            () ->
                work.presence.defineAccount(
                    "page",
                    Map.of("channel", "shout", "endpoint", "hook", "pageId", "P1", "tokn", "tulip"),
                    OPERATOR))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'tokn'")
        .hasMessageContaining("channel, pageId, token")
        .hasMessageNotContaining("tulip");
    assertThatThrownBy(
            () ->
                work.presence.defineEndpoint(
                    "hook", Map.of("channel", "shout", "endpoint", "tulip"), OPERATOR))
        .hasMessageContaining("'endpoint'");
    assertThat(journal()).doesNotContain("tulip");
    assertThat(work.safe).doesNotContainValue("tulip");
  }

  @Test
  void theSameDefinitionAgainWritesNothing() {
    // What the connector says of itself is written by another thread.
    await().until(() -> work.scribe.state().channel("shout").isPresent());
    long before = work.journal.head();
    work.presence.defineEndpoint("hook", Map.of("channel", "shout"), OPERATOR);
    assertThat(work.journal.head()).isEqualTo(before);
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(
            () ->
                work.presence.defineAccount(
                    "x", Map.of("channel", "shout", "pageId", "P9"), OPERATOR))
        .hasMessageContaining("'token'");
  }

  @Test
  void aChannelThatWasNeverHereIsRefusedBecauseNobodyKnowsItsSecrets() {
    assertThatThrownBy(
            () -> work.presence.defineEndpoint("x", Map.of("channel", "gab", "key", "k"), OPERATOR))
        .hasMessageContaining("gab")
        .hasMessageContaining("Install it first");
  }

  @Test
  void twoAccountsCannotShareOneIdAtOneEndpoint() {
    assertThatThrownBy(
            () ->
                work.presence.defineAccount(
                    "twin",
                    Map.of("channel", "shout", "endpoint", "hook", "pageId", "P1", "token", "t"),
                    OPERATOR))
        .hasMessageContaining("page");
  }

  @Test
  void anEndpointThatIsUsedIsNotRemoved() {
    assertThatThrownBy(() -> work.presence.removeEndpoint("hook", OPERATOR))
        .hasMessageContaining("page");
  }

  @Test
  void aRemovedAccountsSecretsAreForgottenAndItsCasesStay() {
    work.post(Workplace.comment("c1", "c1", "kim", "hello"));
    work.presence.removeAccount("page", OPERATOR);
    assertThat(work.safe).doesNotContainKey("account:page/token");
    assertThat(work.texts()).containsExactly("hello");
  }
}
