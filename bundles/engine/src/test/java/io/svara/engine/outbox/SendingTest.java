package io.svara.engine.outbox;

import static io.svara.engine.desk.ReplyState.QUEUED;
import static io.svara.engine.desk.ReplyState.REJECTED;
import static io.svara.engine.desk.ReplyState.SENT;
import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static io.svara.engine.workplace.Workplace.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.event.Event;
import io.svara.engine.workplace.Workplace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of replies that the platform answers. */
class SendingTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
    work.post(comment("c1", "c1", "kim", "question"));
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  @Test
  void aReplyGoesUnderTheCommentThatItAnswers() {
    work.answer("answer");
    work.reply(SENT);
    Outbound sent = work.shout.sent().get(0);
    assertThat(sent.replyTo()).contains("c1");
    assertThat(sent.recipient()).contains("kim");
    assertThat(work.only().summary().state()).isEqualTo(CaseState.WAITING);
    assertThat(work.only().summary().waitingSince()).isEmpty();
  }

  @Test
  void repliesOfAnAccountAreSentInTheOrderInWhichTheyWereWritten() {
    work.shout.goes();
    work.answer("one");
    work.answer("two");
    work.answer("three");
    work.shout.comes();
    await().until(() -> work.sentTexts().size() == 3);
    assertThat(work.sentTexts()).containsExactly("one", "two", "three");
  }

  @Test
  void whatThePlatformAsksToSendLaterIsSentLaterAndOnce() {
    work.shout.willAnswer(new Receipt.RetryAfter(Duration.ofMinutes(3), "too fast"));
    work.answer("answer");
    ReplyStanding waiting = await().until(() -> work.reply(QUEUED), r -> r.notBefore().isPresent());
    assertThat(waiting.reason()).contains("too fast");
    work.clock.pass(Duration.ofMinutes(4));
    work.reply(SENT);
    assertThat(work.sentTexts()).containsExactly("answer", "answer");
  }

  @Test
  void aRefusalIsShownWithItsReasonAndNotAsSent() {
    work.shout.willAnswer(new Receipt.Rejected("100", "The comment is gone.", false));
    work.answer("answer");
    assertThat(work.reply(REJECTED).reason().orElseThrow()).contains("The comment is gone.");
    assertThat(work.only().summary().state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void whoeverWroteAgainWhileTheAnswerWasOnItsWayStillWaits() {
    work.shout.willAnswer(
        outbound -> {
          work.post(comment("c2", "c1", "kim", "are you there?"));
          return new Receipt.Accepted("p9", Optional.empty());
        });
    work.answer("answer");

    work.reply(SENT);

    assertThat(work.only().summary().state()).isEqualTo(CaseState.OPEN);
    assertThat(work.only().summary().waitingSince()).isPresent();
  }

  @Test
  void inAMergedCaseTheAnswerGoesOutFromTheAccountThatTheCustomerWroteTo() {
    work.presence.defineAccount(
        "other",
        Map.of("channel", "shout", "endpoint", "hook", "pageId", "P2", "token", "t2"),
        OPERATOR);
    CaseSummary first = work.only().summary();
    work.post(Workplace.comment("P2", "d1", "d1", "kim", "also here"));
    CaseSummary second =
        work.all().stream().filter(c -> !c.id().equals(first.id())).findFirst().orElseThrow();
    work.cases.change(
        second.id(), second.version(), List.of(new CaseChange.MergeInto(first.id())), ANNA);

    CaseSummary merged = work.cases.get(first.id()).orElseThrow().summary();
    work.cases.reply(merged.id(), merged.version(), Answer.to(Visibility.PUBLIC, "to both"), ANNA);

    await().until(() -> !work.shout.sent().isEmpty());
    assertThat(work.shout.sent().get(0).replyTo()).contains("d1");
    assertThat(work.shout.accounts()).containsExactly("other");
  }

  @Test
  void anExpiredTokenStopsTheAccountAndKeepsTheReplies() {
    work.shout.willAnswer(new Receipt.Rejected("190", "The token has expired.", true));
    work.answer("one");
    await().until(() -> work.presence.accounts().get(0).fault().isPresent());
    work.answer("two");
    assertThat(work.presence.accounts().get(0).fault().orElseThrow()).contains("expired");
    assertThat(work.presence.accounts().get(0).waiting()).isEqualTo(2);
    work.presence.resume("page", OPERATOR);
    await().until(() -> work.sentTexts().size() == 3);
    assertThat(work.sentTexts()).containsExactly("one", "one", "two");
  }

  @Test
  void thePlatformsEchoAfterTheReceiptShowsTheReplyOnce() {
    work.shout.willAnswer(new Receipt.Accepted("p9", Optional.empty()));
    work.answer("answer");
    work.reply(SENT);
    work.post(message("p9", "c1", Optional.empty(), "P1", "answer", Visibility.PUBLIC, true));
    assertThat(work.texts()).containsExactly("question", "answer");
  }

  @Test
  void thePlatformsEchoBeforeTheReceiptShowsTheReplyOnce() {
    work.shout.willAnswer(
        outbound -> {
          work.post(message("p9", "c1", Optional.empty(), "P1", "answer", Visibility.PUBLIC, true));
          return new Receipt.Accepted("p9", Optional.empty());
        });
    work.answer("answer");
    work.reply(SENT);
    assertThat(work.texts()).containsExactly("question", "answer");
  }

  @Test
  void anEchoDecidedBeforeTheReceiptAndWrittenAfterItShowsTheReplyOnce() {
    work.shout.willAnswer(new Receipt.Accepted("p9", Optional.empty()));
    work.answer("answer");
    work.reply(SENT);
    String id = work.only().summary().id();
    String contact = work.only().summary().contact();

    work.scribe.write(
        w -> {
          w.tell(
              "case:" + id,
              new Event.MessageReceived(
                  id,
                  contact,
                  "page",
                  "p9",
                  "c1",
                  Optional.empty(),
                  "P1",
                  Optional.empty(),
                  true,
                  Visibility.PUBLIC,
                  "answer",
                  List.of(),
                  Optional.empty(),
                  Workplace.NOON,
                  Optional.empty(),
                  Optional.empty()),
              OptionalLong.empty());
          return null;
        });

    assertThat(work.texts()).containsExactly("question", "answer");
    work.answer("one more");
    await().until(() -> work.sentTexts().size() == 2);
  }

  @Test
  void whatTheCustomerAnswersToOurPrivateWordComesIntoTheSameCase() {
    work.shout.willAnswer(new Receipt.Accepted("m1", Optional.empty()));
    work.cases.reply(
        work.only().summary().id(),
        work.only().summary().version(),
        new Answer("in private", Visibility.PRIVATE, Optional.empty(), true),
        ANNA);
    work.reply(SENT);
    assertThat(work.shout.sent().get(0).replyTo()).contains("c1");
    work.post(
        message("m1", "t_kim", Optional.empty(), "P1", "in private", Visibility.PRIVATE, true));
    work.post(
        message("m2", "t_kim", Optional.empty(), "kim-psid", "thanks", Visibility.PRIVATE, false));
    assertThat(work.texts()).containsExactly("question", "in private", "thanks");
  }

  @Test
  void aWithdrawnReplyIsNotSent() {
    work.shout.goes();
    work.answer("regretted");
    work.cases.withdraw(work.reply(QUEUED).id(), ANNA);
    work.answer("better");
    work.shout.comes();
    await().until(() -> work.sentTexts().size() == 1);
    assertThat(work.sentTexts()).containsExactly("better");
  }
}
