package io.svara.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http;
import io.svara.engine.desk.Connection.State;
import io.svara.engine.desk.Connection.Trouble;
import io.svara.testing.oauth.Manners;
import io.svara.testing.oauth.OAuthServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewing tokens, against Spring Authorization Server, whose refresh tokens are good once. */
class RenewingTest {
  private static final Duration NEARLY_AN_HOUR = Duration.ofMinutes(59).plusSeconds(30);

  private Meeting meeting;
  private int askedBefore;

  @BeforeEach
  void begin() throws Exception {
    meeting = new Meeting(Manners.usual());
    meeting.connected();
    askedBefore = meeting.server.tokenRequests();
  }

  @AfterEach
  void end() {
    meeting.close();
  }

  private int asked() {
    return meeting.server.tokenRequests() - askedBefore;
  }

  @Test
  void aTokenThatIsGoodForLongIsNotRenewed() throws Exception {
    String first = meeting.token();
    meeting.pass(Duration.ofMinutes(30));

    assertThat(meeting.token()).isEqualTo(first);
    assertThat(asked()).isZero();
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndAgainAndAgain() throws Exception {
    String last = meeting.token();
    for (int hour = 1; hour <= 5; hour++) {
      meeting.pass(NEARLY_AN_HOUR);
      String next = meeting.token();

      assertThat(next).isNotEqualTo(last);
      assertThat(meeting.server.given()).contains(next);
      assertThat(asked()).isEqualTo(hour);
      last = next;
    }
  }

  @Test
  void manyThreadsThatNeedATokenAskForItOnce() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<String>> tokens = new ArrayList<>();
    try (OAuthServer.Held held = meeting.server.hold()) {
      for (int i = 0; i < 8; i++) {
        tokens.add(CompletableFuture.supplyAsync(this::token, threads));
      }
      await().until(() -> asked() == 1);
    }
    for (CompletableFuture<String> token : tokens) {
      assertThat(token.get(10, TimeUnit.SECONDS)).isEqualTo(meeting.token());
    }
    threads.shutdown();
    assertThat(asked()).isEqualTo(1);
  }

  private String token() {
    try {
      return meeting.token();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void aTokenThatIsGoodForMinutesIsHandedOutWhileItIsRenewed() throws Exception {
    String old = meeting.token();
    meeting.pass(Duration.ofMinutes(55));
    try (OAuthServer.Held held = meeting.server.hold()) {
      assertThat(meeting.token()).isEqualTo(old);
      await().until(() -> asked() == 1);
    }
    await().until(() -> !meeting.token().equals(old));
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void lookingAfterAnAccountThatNobodyUsesRenewsItToo() throws Exception {
    String old = meeting.token();
    meeting.pass(Duration.ofMinutes(55));

    meeting.tend();

    await().until(() -> !meeting.token().equals(old));
  }

  @Test
  void aCallThatIsGivenUpTakesNoAnswerWithIt() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread call =
        new Thread(
            () -> {
              try {
                meeting.token();
                failure.complete(null);
              } catch (Throwable thrown) {
                failure.complete(thrown);
              }
            });
    try (OAuthServer.Held held = meeting.server.hold()) {
      call.start();
      await().until(() -> asked() == 1);
      call.interrupt();
      assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(Http.NotSent.class);
    }
    meeting.token();

    meeting.pass(NEARLY_AN_HOUR);
    assertThat(meeting.token())
        .satisfies(token -> assertThat(meeting.server.given()).contains(token));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void anAnswerThatIsLostIsAskedForOnceMoreAndThenTold() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    meeting.server.lose(1);

    // Spring takes a rotated token no second time, so what was lost is lost, and the words say so.
    Throwable refused = org.assertj.core.api.Assertions.catchThrowable(meeting::token);

    assertThat(asked()).isEqualTo(2);
    assertThat(refused)
        .isInstanceOfSatisfying(
            AccountRefused.class, it -> assertThat(it.code()).isEqualTo("answer_lost"))
        .hasMessageContaining("was lost")
        .hasMessageContaining("Reconnect");
    assertThat(meeting.standing().state()).isEqualTo(State.ENDED);
  }

  @Test
  void aPlatformThatTakesAnOldTokenOnceMoreHealsALostAnswer() throws Exception {
    meeting.server.manners(
        new Manners(Duration.ofHours(1), Duration.ofDays(90), java.util.Optional.empty(), false));
    meeting.pass(NEARLY_AN_HOUR);
    meeting.server.lose(1);

    assertThat(meeting.token())
        .satisfies(token -> assertThat(meeting.server.given()).contains(token));
    assertThat(asked()).isEqualTo(2);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void twoLostAnswersAreToldAndNotHammeredAt() throws Exception {
    meeting.pass(Duration.ofHours(2));
    meeting.server.lose(2);

    assertThatThrownBy(meeting::token).isInstanceOf(Http.NoAnswer.class);
    assertThat(asked()).isEqualTo(2);
    assertThatThrownBy(meeting::token).isInstanceOf(Http.NoAnswer.class);
    assertThat(asked()).isEqualTo(2);
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);
  }

  @Test
  void aCrashAfterTheAnswerAndBeforeItIsKeptIsToldAsThat() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    String before = meeting.safe.get("connection:mail", "grant").orElseThrow();
    CompletableFuture<String> call;
    try (OAuthServer.Held held = meeting.server.hold()) {
      call = CompletableFuture.supplyAsync(this::token);
      await().until(() -> asked() == 1);
    }
    // The disk of a process that died here: the renewal is marked as begun, its answer is not kept.
    String marked =
        Grant.of(before, json())
            .orElseThrow()
            .asking(java.util.Optional.of(meeting.now))
            .text(json());
    call.get(10, TimeUnit.SECONDS);
    meeting.safe.put("connection:mail", "grant", marked);
    meeting.restart();

    assertThatThrownBy(meeting::token)
        .isInstanceOfSatisfying(
            AccountRefused.class, it -> assertThat(it.code()).isEqualTo("answer_lost"));
    assertThat(meeting.connect().connected()).isTrue();
    assertThat(meeting.token()).isNotBlank();
  }

  @Test
  void aRenewalIsMarkedBeforeItIsAskedForAndUnmarkedWithTheNewToken() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    CompletableFuture<String> call;
    try (OAuthServer.Held held = meeting.server.hold()) {
      call = CompletableFuture.supplyAsync(this::token);
      await().until(() -> asked() == 1);
      assertThat(kept().asking()).isPresent();
    }
    call.get(10, TimeUnit.SECONDS);
    assertThat(kept().asking()).isEmpty();
    assertThat(kept().access()).isEqualTo(meeting.token());
  }

  private Grant kept() {
    return Grant.of(meeting.safe.get("connection:mail", "grant").orElseThrow(), json())
        .orElseThrow();
  }

  private static io.svara.host.json.Json json() {
    return new io.svara.host.json.Json(99_999);
  }

  @Test
  void whereTheNewTokenCouldNotBeKeptTheOldOneIsNotGivenUp() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    meeting.safe.full = true;

    assertThat(meeting.token()).isNotBlank();
    assertThat(asked()).isZero();
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);
    assertThat(meeting.standing().trouble().map(Trouble::words).orElse("")).contains("Make room");

    meeting.safe.full = false;
    meeting.pass(Duration.ofSeconds(10));
    meeting.token();
    assertThat(asked()).isEqualTo(1);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aNewTokenThatFindsTheDiskFullIsUsedAndKeptLater() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    CompletableFuture<String> call;
    try (OAuthServer.Held held = meeting.server.hold()) {
      call = CompletableFuture.supplyAsync(this::token);
      await().until(() -> asked() == 1);
      meeting.safe.full = true;
    }
    String token = call.get(10, TimeUnit.SECONDS);
    assertThat(kept().access()).isNotEqualTo(token);
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);
    assertThat(meeting.standing().trouble().map(Trouble::code)).hasValue("not_kept");

    meeting.safe.full = false;
    assertThat(meeting.tend().state()).isEqualTo(State.CONNECTED);
    assertThat(meeting.standing().trouble()).isEmpty();
    meeting.restart();
    assertThat(meeting.token()).isEqualTo(token);
  }

  @Test
  void whatThePersonWithdrewIsToldInWordsAndReconnectedItGoesOn() throws Exception {
    meeting.server.withdraw();
    meeting.pass(NEARLY_AN_HOUR);

    assertThatThrownBy(meeting::token)
        .isInstanceOfSatisfying(
            AccountRefused.class, it -> assertThat(it.code()).isEqualTo("invalid_grant"))
        .hasMessageContaining("Spring Post renews it no more")
        .hasMessageContaining("Reconnect it on the page Channels");
    assertThat(meeting.standing().state()).isEqualTo(State.ENDED);
    meeting.restart();
    assertThat(meeting.standing().state()).isEqualTo(State.ENDED);
    assertThat(asked()).isEqualTo(1);

    assertThat(meeting.connect().connected()).isTrue();

    assertThat(meeting.token())
        .satisfies(token -> assertThat(meeting.server.given()).contains(token));
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
    assertThat(meeting.standing().trouble()).isEmpty();
  }

  @Test
  void whileThePlatformIsAwayTheOldTokenServesForAsLongAsItIsGood() throws Exception {
    String old = meeting.token();
    meeting.pass(NEARLY_AN_HOUR);
    meeting.server.down();

    assertThat(meeting.token()).isEqualTo(old);
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);

    meeting.pass(Duration.ofMinutes(1));
    assertThatThrownBy(meeting::token).isInstanceOf(Http.NotSent.class);
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);

    meeting.server.up();
    meeting.pass(Duration.ofMinutes(5));
    assertThat(meeting.token()).isNotEqualTo(old);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aPlatformThatCannotAnswerIsNoAnswer() throws Exception {
    meeting.pass(Duration.ofHours(2));
    meeting.server.refuse(1);

    assertThatThrownBy(meeting::token)
        .isInstanceOf(Http.NoAnswer.class)
        .hasMessageContaining("503");
    assertThat(asked()).isEqualTo(1);
    meeting.pass(Duration.ofMinutes(5));
    assertThat(meeting.token()).isNotBlank();
  }

  @Test
  void anExpiredClientSecretIsSaidAndANewOneIsTriedAtOnce() throws Exception {
    meeting.server.secret("another one");
    meeting.pass(NEARLY_AN_HOUR);

    meeting.token();
    assertThat(meeting.standing().state()).isEqualTo(State.FAILING);
    meeting.pass(Duration.ofMinutes(2));
    assertThatThrownBy(meeting::token)
        .isInstanceOfSatisfying(
            AccountRefused.class, it -> assertThat(it.code()).isEqualTo("invalid_client"))
        .hasMessageContaining("clientSecret");
    assertThat(meeting.standing().state()).isEqualTo(State.ENDED);

    meeting.safe.put("account:mail", "clientSecret", "another one");
    assertThat(meeting.token())
        .satisfies(token -> assertThat(meeting.server.given()).contains(token));
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aClockThatIsSetBackMakesNoOldTokenYoung() throws Exception {
    String old = meeting.token();
    meeting.pass(NEARLY_AN_HOUR);
    meeting.now = meeting.now.minus(Duration.ofDays(3));

    assertThat(meeting.token()).isNotEqualTo(old);
  }

  @Test
  void aTokenFromTheFutureIsTakenForAnOldOneAfterARestart() throws Exception {
    String old = meeting.token();
    meeting.now = meeting.now.minus(Duration.ofDays(3));
    meeting.restart();

    assertThat(meeting.token()).isNotEqualTo(old);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void aClockThatJumpsAheadCostsOneRenewalAndNothingElse() throws Exception {
    meeting.now = meeting.now.plus(Duration.ofDays(20));
    meeting.token();
    meeting.now = meeting.now.minus(Duration.ofDays(20));
    meeting.token();

    assertThat(asked()).isEqualTo(1);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aKnownEndIsToldDaysAhead() throws Exception {
    meeting.server.manners(Manners.usual().told(Duration.ofDays(90)));
    meeting.connect();
    java.time.Instant end = meeting.now.plus(Duration.ofDays(90));
    assertThat(meeting.standing().until()).hasValue(end);
    assertThat(meeting.standing().state()).isEqualTo(State.CONNECTED);

    int before = 0;
    for (int day : new int[] {1, 40, 80, 83, 84, 89}) {
      meeting.pass(Duration.ofDays(day - before));
      before = day;
      meeting.server.manners(Manners.usual().told(Duration.ofDays(90L - day)));
      meeting.token();
      assertThat(meeting.standing().state())
          .as("after %s days", day)
          .isEqualTo(day < 84 ? State.CONNECTED : State.ENDING);
    }
    assertThat(meeting.standing().until()).hasValue(end);
  }

  @Test
  void anEndThatMovesOnWithEachRenewalAlarmsNobody() throws Exception {
    meeting.server.manners(Manners.usual().told(Duration.ofDays(1)));
    meeting.connect();
    for (int hour = 0; hour < 30; hour++) {
      meeting.pass(Duration.ofHours(1));
      meeting.token();
      assertThat(meeting.standing().state()).as("hour %s", hour).isEqualTo(State.CONNECTED);
    }
  }

  @Test
  void whoDisconnectsWhileARenewalIsUnderWayStaysDisconnected() throws Exception {
    meeting.pass(NEARLY_AN_HOUR);
    CompletableFuture<Void> call;
    try (OAuthServer.Held held = meeting.server.hold()) {
      call =
          CompletableFuture.runAsync(
              () -> assertThatThrownBy(meeting::token).isInstanceOf(AccountRefused.class));
      await().until(() -> asked() == 1);
      meeting.connections().forget("mail");
    }
    call.get(10, TimeUnit.SECONDS);
    assertThat(meeting.safe.kept).doesNotContainKey("connection:mail");
    assertThat(meeting.standing().state()).isEqualTo(State.NONE);
  }
}
