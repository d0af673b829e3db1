package io.svara.host.oauth;

import static io.svara.host.oauth.Meeting.CALLBACK;
import static io.svara.host.oauth.Meeting.SESSION;
import static io.svara.host.oauth.Meeting.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.OAuth;
import io.svara.engine.desk.Connecting.Returned;
import io.svara.engine.desk.Connection.State;
import io.svara.engine.desk.Connection.Trouble;
import io.svara.engine.desk.Refused;
import io.svara.testing.oauth.Manners;
import io.svara.testing.oauth.OAuthServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connecting an account, against Spring Authorization Server. */
class ConnectingTest {
  private Meeting meeting;

  @BeforeEach
  void begin() {
    meeting = new Meeting(Manners.usual());
  }

  @AfterEach
  void end() {
    meeting.close();
  }

  @Test
  void aPersonAgreesAndTheAccountHasATokenThatThePlatformGave() throws Exception {
    assertThat(meeting.standing().state()).isEqualTo(State.NONE);

    Returned returned = meeting.connect();

    assertThat(returned).isEqualTo(new Returned("mail", true));
    assertThat(meeting.token())
        .satisfies(token -> assertThat(meeting.server.given()).contains(token));
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
    assertThat(meeting.standing().as()).hasValue("anna@example.org");
    assertThat(meeting.standing().title()).isEqualTo("Spring Post");
    assertThat(meeting.standing().trouble()).isEmpty();
  }

  @Test
  void whatIsConnectedOutlivesTheProcess() throws Exception {
    meeting.connect();
    String token = meeting.token();

    meeting.restart();

    assertThat(meeting.token()).isEqualTo(token);
  }

  @Test
  void theRequestHasAProofKeyAStateAndExactlyTheCallback() {
    Map<String, String> request = parameters(meeting.begin());

    assertThat(request)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", OAuthServer.CLIENT)
        .containsEntry("redirect_uri", CALLBACK.toString())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("scope", "openid email mail")
        .containsEntry("prompt", "consent")
        .doesNotContainKey("client_secret");
    assertThat(request.get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
    assertThat(request.get("state")).hasSizeGreaterThanOrEqualTo(43).doesNotContain("connector");
    assertThat(parameters(meeting.begin()).get("state")).isNotEqualTo(request.get("state"));
  }

  @Test
  void theServerRefusesARequestWithoutAProofKey() throws Exception {
    URI bare =
        URI.create(meeting.begin().toString().replaceAll("&?code_challenge(_method)?=[^&]*", ""));

    Map<String, String> answer = parameters(meeting.person.sentOn(bare));

    assertThat(answer).containsEntry("error", "invalid_request").doesNotContainKey("code");
    assertThat(meeting.connections().finish(answer, SESSION).connected()).isFalse();
    assertThat(meeting.standing().trouble().map(Trouble::code)).hasValue("invalid_request");
  }

  @Test
  void anAnswerToAnotherStateIsRefusedAndTheRightOneStillCounts() throws Exception {
    Map<String, String> answer = parameters(meeting.person.agrees(meeting.begin()));
    Map<String, String> forged = new HashMap<>(answer);
    forged.put("state", "guessed");

    assertThatThrownBy(() -> meeting.connections().finish(forged, SESSION))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.ILLEGAL));
    assertThat(meeting.connections().finish(answer, SESSION).connected()).isTrue();
  }

  @Test
  void anAnswerInAnotherSessionIsRefusedAndItsOwnStillCounts() throws Exception {
    Map<String, String> answer = parameters(meeting.person.agrees(meeting.begin()));

    assertThatThrownBy(() -> meeting.connections().finish(answer, "session-of-eve"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.FORBIDDEN));
    assertThat(meeting.standing().state()).isEqualTo(State.NONE);
    assertThat(meeting.connections().finish(answer, SESSION).connected()).isTrue();
  }

  @Test
  void anAnswerCountsOnce() throws Exception {
    Map<String, String> answer = parameters(meeting.person.agrees(meeting.begin()));
    meeting.connections().finish(answer, SESSION);
    int asked = meeting.server.tokenRequests();

    assertThatThrownBy(() -> meeting.connections().finish(answer, SESSION))
        .isInstanceOf(Refused.class);
    assertThat(meeting.server.tokenRequests()).isEqualTo(asked);
  }

  @Test
  void anAnswerThatTookMoreThanTenMinutesIsRefused() throws Exception {
    Map<String, String> answer = parameters(meeting.person.agrees(meeting.begin()));
    meeting.pass(Duration.ofMinutes(10).plusSeconds(1));

    assertThatThrownBy(() -> meeting.connections().finish(answer, SESSION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ten minutes");
  }

  @Test
  void aPersonWhoDeclinesIsSaidInWordsAndNothingIsConnected() throws Exception {
    Map<String, String> answer = parameters(meeting.person.declines(meeting.begin()));

    assertThat(meeting.connections().finish(answer, SESSION))
        .isEqualTo(new Returned("mail", false));
    Trouble trouble = meeting.standing().trouble().orElseThrow();
    assertThat(trouble.code()).isEqualTo("denied");
    assertThat(trouble.words()).contains("did not agree");
    assertThatThrownBy(meeting::token).isInstanceOf(AccountRefused.class);
  }

  @Test
  void whoDeclinesToReconnectLeavesTheConnectionAsItWas() throws Exception {
    meeting.connect();
    String token = meeting.token();
    Map<String, String> request = parameters(meeting.begin());

    meeting
        .connections()
        .finish(Map.of("state", request.get("state"), "error", "access_denied"), SESSION);

    assertThat(meeting.token()).isEqualTo(token);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
    assertThat(meeting.standing().trouble().map(Trouble::code)).hasValue("denied");
  }

  @Test
  void anAnswerThatSaysToComeFromAnotherPlatformIsNotExchanged() throws Exception {
    Map<String, String> answer = new HashMap<>(parameters(meeting.person.agrees(meeting.begin())));
    answer.put("iss", "https://evil.example");

    assertThat(meeting.connections().finish(answer, SESSION).connected()).isFalse();
    assertThat(meeting.standing().trouble().map(Trouble::code)).hasValue("wrong_issuer");
    assertThat(meeting.server.tokenRequests()).isZero();
  }

  @Test
  void aWrongClientSecretIsSaidInWordsThatDoNotQuoteIt() throws Exception {
    meeting.safe.put("account:mail", "clientSecret", "not-the-one-that-counts");

    assertThat(meeting.connect().connected()).isFalse();

    Trouble trouble = meeting.standing().trouble().orElseThrow();
    assertThat(trouble.code()).isEqualTo("invalid_client");
    assertThat(trouble.words()).contains("clientSecret").doesNotContain("not-the-one");
  }

  @Test
  void aMissingClientIsSaidBeforeAnybodyIsSentAnywhere() {
    meeting.settings.remove("clientId");

    assertThatThrownBy(meeting::begin)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("clientId")
        .hasMessageContaining("Spring Post");
  }

  @Test
  void anAccountThatSignsInByPasswordHasNoConnection() {
    meeting.settings.put(OAuth.SETTING, "password");

    assertThat(meeting.connections().standing(meeting.account(), meeting.definition())).isEmpty();
    assertThatThrownBy(meeting::token).isInstanceOf(AccountRefused.class);
  }

  @Test
  void tokensDoNotGoToAnotherAddressThanTheyWereGivenFor() throws Exception {
    meeting.connect();
    meeting.settings.put("server", "http://127.0.0.1:1");

    assertThatThrownBy(meeting::token)
        .isInstanceOfSatisfying(
            AccountRefused.class, it -> assertThat(it.code()).isEqualTo("settings_changed"));
    assertThat(meeting.standing().state()).isEqualTo(State.ENDED);
    assertThat(meeting.standing().trouble().map(Trouble::words).orElse("")).contains("reconnect");
  }

  @Test
  void aTokenAddressThatNobodyGrantedIsNotAsked() throws Exception {
    OAuth fixed =
        new OAuth(
            "spring",
            "Spring Post",
            meeting.server.base().replace("http:", "https:") + "/oauth2/authorize",
            meeting.server.base().replace("http:", "https:") + "/oauth2/token",
            List.of("mail"),
            Map.of());
    meeting.settings.remove("server");
    URI authorize =
        meeting
            .connections()
            .begin(meeting.account(), Meeting.definition(fixed), CALLBACK, SESSION);

    meeting
        .connections()
        .finish(Map.of("state", parameters(authorize).get("state"), "code", "c"), SESSION);

    Trouble trouble =
        meeting
            .connections()
            .standing(meeting.account(), Meeting.definition(fixed))
            .flatMap(it -> it.trouble())
            .orElseThrow();
    assertThat(trouble.words()).contains("is not granted");
    assertThat(meeting.server.tokenRequests()).isZero();
  }

  @Test
  void whoDisconnectsHasThePlatformWithdrawTheTokens() throws Exception {
    meeting.connect();
    Grant grant = new Vault(meeting.safe, new io.svara.host.json.Json(9999)).of("mail").get();

    assertThat(meeting.connections().disconnect(meeting.account(), meeting.definition())).isTrue();

    assertThat(meeting.standing().state()).isEqualTo(State.NONE);
    assertThat(meeting.safe.kept).doesNotContainKey("connection:mail");
    Reply reply =
        new TokenEndpoint(
                new io.svara.host.http.Outgoing(Duration.ofSeconds(5)),
                new io.svara.host.json.Json(9999))
            .renew(client(), grant.refresh().orElseThrow());
    assertThat(reply).isInstanceOf(Reply.Denied.class);
  }

  private Client client() {
    return Client.of(
        meeting.definition().descriptor().connections().get(0),
        meeting.account(),
        meeting.definition(),
        meeting.safe,
        java.util.Set.of());
  }

  @Test
  void whoDisconnectsWhileThePlatformIsAwayIsToldThatItDoesNotKnow() throws Exception {
    meeting.connect();
    meeting.server.down();

    assertThat(meeting.connections().disconnect(meeting.account(), meeting.definition())).isFalse();
    assertThat(meeting.standing().state()).isEqualTo(State.NONE);
  }

  @Test
  void nothingThatIsShownOrPrintedHasAToken() throws Exception {
    meeting.connect();
    String shown =
        meeting.standing()
            + meeting.connections().toString()
            + client()
            + new Vault(meeting.safe, new io.svara.host.json.Json(9999)).of("mail");

    assertThat(meeting.server.given()).hasSize(3).noneMatch(shown::contains);
    assertThat(shown).doesNotContain(OAuthServer.CLIENT_SECRET);
  }
}
