package io.svara.engine.outbox;

import static io.svara.engine.desk.ReplyState.QUEUED;
import static io.svara.engine.desk.ReplyState.SENT;
import static io.svara.engine.desk.ReplyState.UNKNOWN;
import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Receipt;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.workplace.Workplace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of replies whose fate is not known: the platform is asked, and nothing is guessed.
 */
class AskingTest {
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
  void anUnknownReplyThatThePlatformHasIsSentOnce() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.shout.willFind(new Receipt.Accepted("p9", Optional.empty()));
    work.answer("answer");
    work.reply(SENT);
    assertThat(work.sentTexts()).containsExactly("answer");
  }

  @Test
  void anUnknownReplyThatThePlatformCertainlyLacksIsSentAgain() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.shout.willFind(new Receipt.NotDelivered("not there"));
    work.answer("answer");
    work.reply(SENT);
    assertThat(work.sentTexts()).containsExactly("answer", "answer");
  }

  @Test
  void anUnknownReplyThatNobodyCanTellOfIsNeverSentAgainByItself() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.answer("answer");
    await()
        .until(
            () ->
                work.scribe.state().reply(work.reply(UNKNOWN).id()).orElseThrow().reconciled()
                    == 4);
    assertThat(work.sentTexts()).containsExactly("answer");
    work.cases.decide(work.reply(UNKNOWN).id(), true, ANNA);
    assertThat(work.reply(SENT).reason().orElseThrow()).contains("anna");
    assertThat(work.sentTexts()).containsExactly("answer");
  }

  @Test
  void manyRepliesWhoseFateIsNotKnownDoNotHoldUpTheNext() {
    work.shout.goes();
    for (int i = 0; i < 120; i++) {
      work.answer("answer " + i);
      lose(work.reply(QUEUED).id());
    }
    work.shout.comes();

    work.answer("the next");

    await().until(() -> work.sentTexts().contains("the next"));
    assertThat(work.sentTexts()).containsExactly("the next");
  }

  @Test
  void aPlatformThatDoesNotAnswerIsGivenARestBeforeTheNextReply() {
    work.shout.goes();
    work.answer("one");
    work.answer("two");
    work.shout.willAnswer(new Receipt.Unknown("503"));
    work.shout.willFind(new Receipt.Unknown("503"));

    work.shout.comes();

    work.reply(UNKNOWN, QUEUED);
    await().until(() -> work.sentTexts().size() == 1);
    await().until(() -> work.sentTexts().size() == 2);
    assertThat(work.sentTexts()).containsExactly("one", "two");
  }

  @Test
  void aQuestionThatThePlatformPutsOffLeavesTheReplyUnknown() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.shout.willFind(new Receipt.RetryAfter(Duration.ofMinutes(3), "too many questions"));
    work.answer("answer");

    ReplyStanding asked = await().until(() -> work.reply(UNKNOWN), r -> r.notBefore().isPresent());
    assertThat(asked.reason()).contains("too many questions");
    assertThat(work.sentTexts()).containsExactly("answer");
  }

  @Test
  void aQuestionThatThePlatformRefusesLeavesTheReplyUnknown() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.shout.willFind(new Receipt.Rejected("4", "limit reached", false));
    work.answer("answer");

    await()
        .until(
            () -> work.reply(UNKNOWN).reason().orElse(""),
            reason -> reason.contains("limit reached"));
    assertThat(work.sentTexts()).containsExactly("answer");
  }

  @Test
  void whatMayHaveArrivedCannotBeWithdrawn() {
    work.shout.willAnswer(new Receipt.Unknown("timeout"));
    work.answer("answer");
    String reply = work.reply(UNKNOWN).id();

    assertThatThrownBy(() -> work.cases.withdraw(reply, ANNA))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.why()).isEqualTo(Refused.Why.ILLEGAL));
  }

  @Test
  void aReplyThatWasBeingSentWhenTheProcessDiedIsAskedAboutAndNotSentBlindly() throws Exception {
    work.shout.goes();
    work.answer("answer");
    String reply = work.reply(QUEUED).id();
    // The entry that a process leaves behind which dies between the request and its receipt.
    work.scribe.write(
        w -> {
          w.add(
              "reply:" + reply,
              new Event.ReplyMoved(
                  work.only().summary().id(),
                  reply,
                  ReplyState.SENDING,
                  "",
                  "svara",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  w.now()));
          return null;
        });
    work.shout.willFind(new Receipt.Accepted("p9", Optional.empty()));
    work.shout.comes();
    work.reply(SENT);
    assertThat(work.sentTexts()).isEmpty();
  }

  private void lose(String reply) {
    for (ReplyState to : List.of(ReplyState.SENDING, UNKNOWN)) {
      work.scribe.write(
          w -> {
            w.add("reply:" + reply, moved(reply, to));
            return null;
          });
    }
  }

  private Event.ReplyMoved moved(String reply, ReplyState to) {
    return new Event.ReplyMoved(
        work.only().summary().id(),
        reply,
        to,
        "",
        "svara",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Workplace.NOON);
  }
}
