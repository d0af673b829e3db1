package io.svara.api.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.message.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCallsTest {
  private static final Tree NOTHING = Tree.Nothing.NOTHING;
  private static final Tree MADE = object("id", Tree.of("m7"));

  @Test
  void whatTheAnswerNamesIsAccepted() {
    OneAnswer host = OneAnswer.of(201, MADE);
    assertThat(send(host)).isEqualTo(new Receipt.Accepted("m7", Optional.empty()));
    assertThat(host.calls).hasSize(1);
    assertThat(host.calls.get(0).uri()).hasToString("https://api.example/v1/messages");
    assertThat(host.calls.get(0).headers()).containsEntry("Authorization", "Bearer hush");
  }

  @Test
  void aGoodAnswerThatNamesNothingLeavesItUnknown() {
    assertThat(send(OneAnswer.of(200, NOTHING))).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aPauseIsThePlatformsOwn() {
    assertThat(send(OneAnswer.of(429, "retry-after", "7")))
        .isInstanceOfSatisfying(
            Receipt.RetryAfter.class,
            wait -> assertThat(wait.pause()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3601", "999999", "31536000"})
  void aPauseIsAnHourAtMost(String seconds) {
    assertThat(send(OneAnswer.of(429, "retry-after", seconds)))
        .isInstanceOfSatisfying(
            Receipt.RetryAfter.class,
            wait -> assertThat(wait.pause()).isEqualTo(Duration.ofHours(1)));
  }

  @Test
  void aPauseThatIsNotNamedInSecondsIsHalfAMinute() {
    assertThat(send(OneAnswer.of(429, "retry-after", "Mon, 23 Nov 2026 08:00:00 GMT")))
        .isInstanceOfSatisfying(
            Receipt.RetryAfter.class,
            wait -> assertThat(wait.pause()).isEqualTo(Duration.ofSeconds(30)));
  }

  @Test
  void aTokenThatIsNotTakenIsTheAccountsFault() {
    assertThat(rejected(OneAnswer.of(401, object("error", Tree.of("token hush is old")))))
        .satisfies(rejected -> assertThat(rejected.account()).isTrue())
        .satisfies(rejected -> assertThat(rejected.reason()).doesNotContain("hush"));
  }

  @Test
  void aRefusalIsTheTextsAndHasThePlatformsWords() {
    Receipt.Rejected rejected = rejected(OneAnswer.of(413, object("error", Tree.of("too long"))));
    assertThat(rejected.account()).isFalse();
    assertThat(rejected.reason()).contains("too long");
  }

  @Test
  void aRefusalThatQuotesTheTokenIsNotQuoted() {
    assertThat(rejected(OneAnswer.of(403, object("error", Tree.of("hush may not")))).reason())
        .doesNotContain("hush");
  }

  @Test
  void aPermissionThatIsGoneIsTheAccountsFault() {
    Receipt.Rejected rejected = rejected(OneAnswer.of(403, object("error", Tree.of("no scope"))));
    assertThat(rejected.account()).isTrue();
    assertThat(rejected.reason()).contains("permissions", "no scope");
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 414})
  void aTextThatWasTooLongForWhateverStandsBeforeThePlatformIsTheTextsFault(int status) {
    assertThat(rejected(OneAnswer.of(status, NOTHING)))
        .satisfies(rejected -> assertThat(rejected.account()).isFalse())
        .satisfies(rejected -> assertThat(rejected.reason()).contains("too long"));
  }

  @Test
  void aRefusalThatIsNoJsonIsTheAccountsFault() {
    assertThat(rejected(OneAnswer.of(404, NOTHING)).account()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 425, 500, 503})
  void whatTellsNothingOfTheTextLeavesItUnknown(int status) {
    assertThat(send(OneAnswer.of(status, MADE))).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aPlatformThatWasNotReachedIsTriedAgain() {
    assertThat(send(OneAnswer.failing(new Http.NotSent("refused"))))
        .isInstanceOf(Receipt.RetryAfter.class);
  }

  @Test
  void anAnswerThatNeverCameLeavesItUnknown() {
    assertThat(send(OneAnswer.failing(new Http.NoAnswer("late"))))
        .isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void withoutATokenNothingIsSent() {
    OneAnswer host = OneAnswer.of(201, MADE);
    host.secrets.clear();
    assertThat(rejected(host))
        .satisfies(rejected -> assertThat(rejected.account()).isTrue())
        .satisfies(rejected -> assertThat(rejected.reason()).contains("token"));
    assertThat(host.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not an address", "api.example"})
  void withoutAnAddressNothingIsSent(String base) {
    OneAnswer host = OneAnswer.of(201, MADE);
    host.settings.put("base", base);
    assertThat(rejected(host).reason()).contains("base");
    assertThat(find(host)).isInstanceOf(Receipt.Unknown.class);
    assertThat(host.calls).isEmpty();
  }

  @Test
  void whatIsListedIsFound() {
    assertThat(find(OneAnswer.of(200, object("messages", new Tree.Row(List.of(MADE))))))
        .isEqualTo(new Receipt.Accepted("m7", Optional.empty()));
  }

  @Test
  void anEmptyListIsThePlatformsWordThatItDoesNotHaveIt() {
    assertThat(find(OneAnswer.of(200, object("messages", new Tree.Row(List.of())))))
        .isInstanceOf(Receipt.NotDelivered.class);
  }

  /** One of them was sent before, and is no proof of this one. */
  @Test
  void ofSeveralNoneIsTakenForIt() {
    assertThat(find(OneAnswer.of(200, object("messages", new Tree.Row(List.of(MADE, MADE))))))
        .isInstanceOf(Receipt.Unknown.class);
  }

  /** Sent again on the word of a proxy, it would stand there twice. */
  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500})
  void noListLeavesItUnknown(int status) {
    assertThat(find(OneAnswer.of(status, object("error", Tree.of("no such page")))))
        .isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aListInAFailureLeavesItUnknown() {
    assertThat(find(OneAnswer.of(500, object("messages", new Tree.Row(List.of())))))
        .isInstanceOf(Receipt.Unknown.class);
  }

  private static Receipt.Rejected rejected(OneAnswer host) {
    Receipt receipt = send(host);
    assertThat(receipt).isInstanceOf(Receipt.Rejected.class);
    return (Receipt.Rejected) receipt;
  }

  private static Receipt send(OneAnswer host) {
    return new JsonCalls(host, "base", "token").send("/messages", Map.of("text", "Hej"), "id");
  }

  private static Receipt find(OneAnswer host) {
    return new JsonCalls(host, "base", "token").find("/messages?key=k", "messages", "id");
  }

  private static Tree object(String name, Tree value) {
    return Tree.branch(Map.of(name, value));
  }
}
