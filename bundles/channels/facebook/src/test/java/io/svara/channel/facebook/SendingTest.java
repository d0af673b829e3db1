package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {

  private final FakeHost host = new FakeHost();

  @Test
  void aPublicAnswerIsACommentUnderWhatItAnswers() {
    Receipt receipt = deliver(Outgoing.comment("5_9"), 200, "{\"id\":\"5_10\"}");
    assertThat(receipt).isEqualTo(new Receipt.Accepted("5_10", Optional.empty()));
    assertThat(host.calls.get(0).method()).isEqualTo("POST");
    assertThat(host.calls.get(0).uri())
        .hasToString("https://graph.facebook.com/v25.0/5_9/comments");
    assertThat(host.body(0).at("message").text()).contains(Outgoing.TEXT);
  }

  @ParameterizedTest
  @CsvSource({"5_9, 10, 5_10", "5_9, 100_10, 5_10", "100_5, 100_5_10, 5_10", "904, 904_10, 904_10"})
  void itsIdIsSpeltAsTheWebhookWillSpellIt(String under, String told, String id) {
    Receipt receipt = deliver(Outgoing.comment(under), 200, "{\"id\":\"" + told + "\"}");
    assertThat(receipt).isEqualTo(new Receipt.Accepted(id, Optional.empty()));
  }

  @Test
  void addressAndVersionAreTheAccounts() {
    host.settings.put("apiBase", "http://localhost:9090/graph/");
    host.settings.put("apiVersion", "v24.0");
    deliver(Outgoing.comment("5_9"), 200, "{\"id\":\"5_10\"}");
    assertThat(host.calls.get(0).uri())
        .hasToString("http://localhost:9090/graph/v24.0/5_9/comments");
  }

  @Test
  void anIdCannotLeadToAnotherPath() {
    deliver(Outgoing.comment("5/../me?x="), 200, "{\"id\":\"5_10\"}");
    assertThat(host.calls.get(0).uri().getRawPath())
        .isEqualTo("/v25.0/5%2F..%2Fme%3Fx%3D/comments");
  }

  @Test
  void theTokenGoesInAHeaderAndItsProofInTheBody() {
    host.secrets.put("appSecret", "key");
    deliver(Outgoing.comment("5_9"), 200, "{\"id\":\"5_10\"}");
    Http.Call call = host.calls.get(0);
    assertThat(call.headers()).containsEntry("Authorization", "Bearer " + FakeHost.TOKEN);
    assertThat(call.uri().toString()).doesNotContain(FakeHost.TOKEN);
    // printf %s EAAB-secret-token | openssl dgst -sha256 -hmac key
    assertThat(host.body(0).at("appsecret_proof").text())
        .contains("0b1762abdc195682853fec65a6563d627a4db5a1264bfab2698f964cd066d511");
  }

  @Test
  void withoutTheAppsSecretThereIsNoProof() {
    deliver(Outgoing.comment("5_9"), 200, "{\"id\":\"5_10\"}");
    assertThat(host.body(0).at("appsecret_proof")).isEqualTo(Tree.Nothing.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"0, RESPONSE,", "86399, RESPONSE,", "86400, MESSAGE_TAG, HUMAN_AGENT"})
  void aPrivateAnswerIsTaggedWhenTheDayIsOver(long seconds, String type, String tag) {
    Receipt receipt =
        deliver(
            Outgoing.message(Duration.ofSeconds(seconds)),
            200,
            "{\"recipient_id\":\"700\",\"message_id\":\"m_5\"}");
    assertThat(receipt).isEqualTo(new Receipt.Accepted("m_5", Optional.empty()));
    assertThat(host.path(0)).isEqualTo("/v25.0/100/messages");
    Tree body = host.body(0);
    assertThat(body.at("recipient").at("id").text()).contains("700");
    assertThat(body.at("message").at("text").text()).contains(Outgoing.TEXT);
    assertThat(body.at("messaging_type").text()).contains(type);
    assertThat(body.at("tag").text().orElse(null)).isEqualTo(tag);
  }

  @Test
  void afterSevenDaysFacebookIsNotEvenAsked() {
    Receipt receipt = new FacebookChannel().deliver(Outgoing.message(Duration.ofDays(7)), host);
    assertThat(receipt)
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("window");
              assertThat(rejected.account()).isFalse();
            });
    assertThat(host.calls).isEmpty();
  }

  @Test
  void theThreadNamesTheCustomerWhereNobodyElseDoes() {
    Outbound nobody =
        new Outbound(
            "key-1",
            Visibility.PRIVATE,
            "t_700",
            Optional.empty(),
            Optional.empty(),
            false,
            Outgoing.TEXT,
            Optional.empty(),
            Outgoing.FIRST_ATTEMPT);
    deliver(nobody, 200, "{\"message_id\":\"m_5\"}");
    assertThat(host.body(0).at("recipient").at("id").text()).contains("700");
  }

  @ParameterizedTest
  @CsvSource({"5_9, comment_id", "100_5, post_id"})
  void aPrivateAnswerToAPublicMessageNamesThatMessage(String origin, String member) {
    deliver(Outgoing.handoff(origin), 200, "{\"message_id\":\"m_5\"}");
    assertThat(host.path(0)).isEqualTo("/v25.0/100/messages");
    assertThat(host.body(0).at("recipient"))
        .isEqualTo(Tree.branch(java.util.Map.of(member, Tree.of(origin))));
    assertThat(host.body(0).at("messaging_type").text()).contains("RESPONSE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"success\":true}", "OK", ""})
  void anAnswerThatNamesNothingLeavesItUnknown(String body) {
    assertThat(deliver(Outgoing.comment("5_9"), 200, body)).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void whatDidNotLeaveTheHouseIsSentAgain() {
    host.does(
        call -> {
          throw new Http.NotSent("connection refused");
        });
    assertThat(new FacebookChannel().deliver(Outgoing.comment("5_9"), host))
        .isEqualTo(
            new Receipt.RetryAfter(
                Duration.ofMinutes(1), "Facebook was not reached: connection refused"));
  }

  @Test
  void whatWasNotAnsweredIsUnknown() {
    host.does(
        call -> {
          throw new Http.NoAnswer("timed out");
        });
    assertThat(new FacebookChannel().deliver(Outgoing.comment("5_9"), host))
        .isInstanceOf(Receipt.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "accessToken, ' ', token",
    "apiBase, ftp://x, address",
    "apiVersion, latest, version"
  })
  void aWrongSettingStopsTheAccountInWords(String name, String value, String code) {
    host.settings.put(name, value);
    host.secrets.computeIfPresent(name, (key, old) -> value);
    assertThat(new FacebookChannel().deliver(Outgoing.comment("5_9"), host))
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.account()).isTrue();
              assertThat(rejected.reason()).contains(name);
            });
    assertThat(host.calls).isEmpty();
  }

  @Test
  void neitherTokenNorTextIsLoggedOrQuoted() {
    Receipt receipt =
        deliver(
            Outgoing.comment("5_9"),
            400,
            "{\"error\":{\"code\":3,\"message\":\"Bad token " + FakeHost.TOKEN + " here\"}}");
    assertThat(receipt.toString()).contains("[token]").doesNotContain(FakeHost.TOKEN);
    assertThat(host.lines).hasSize(1);
    assertThat(host.lines.get(0))
        .contains("key-1")
        .doesNotContain(FakeHost.TOKEN)
        .doesNotContain(Outgoing.TEXT);
  }

  private Receipt deliver(Outbound message, int status, String body) {
    return new FacebookChannel().deliver(message, host.answers(status, body));
  }
}
