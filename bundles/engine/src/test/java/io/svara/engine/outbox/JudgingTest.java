package io.svara.engine.outbox;

import static io.svara.engine.desk.ReplyState.QUEUED;
import static io.svara.engine.desk.ReplyState.SENT;
import static io.svara.engine.desk.ReplyState.WAITING_FOR_APPROVAL;
import static io.svara.engine.desk.ReplyState.WAITING_FOR_GUARD;
import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.LEIF;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.check.Draft;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.workplace.Workplace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No reply goes out that the guard, and where it says so a second person, did not pass. */
class JudgingTest {
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
  void whileTheGuardReadsOneReplyASecondOneIsRefused() throws Exception {
    CaseSummary seen = work.only().summary();
    work.hire(
        draft -> {
          if (draft.text().equals("slow")) {
            work.cases.reply(
                seen.id(), seen.version(), Answer.to(Visibility.PUBLIC, "quick"), LEIF);
          }
          return Workplace.easy(draft);
        });

    assertThatThrownBy(
            () ->
                work.cases.reply(
                    seen.id(), seen.version(), Answer.to(Visibility.PUBLIC, "slow"), ANNA))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.why()).isEqualTo(Refused.Why.CONFLICT));
    work.reply(SENT);
    assertThat(work.sentTexts()).containsExactly("quick");
  }

  @Test
  void aReplyThatIsWithdrawnWhileTheGuardReadsItIsNotSent() throws Exception {
    work.hire(null);
    work.answer("answer");
    String reply = work.reply(WAITING_FOR_GUARD).id();
    work.hire(
        draft -> {
          if (stateOf(reply) == WAITING_FOR_GUARD) {
            work.cases.withdraw(reply, ANNA);
          }
          return Workplace.easy(draft);
        });

    await().until(() -> stateOf(reply) == ReplyState.WITHDRAWN);
    work.answer("another");
    await().until(() -> !work.sentTexts().isEmpty());
    assertThat(work.sentTexts()).containsExactly("another");
  }

  @Test
  void theGuardReadsAPrivateAnswerToACommentByTheTimeOfThatComment() throws Exception {
    List<Draft> read = new CopyOnWriteArrayList<>();
    work.hire(
        draft -> {
          read.add(draft);
          return Workplace.easy(draft);
        });

    work.cases.verdict(
        work.only().summary().id(),
        new Answer("in private", Visibility.PRIVATE, Optional.empty(), true),
        ANNA);

    assertThat(read).hasSize(1);
    assertThat(read.get(0).lastFromCustomer()).contains(Workplace.NOON);
  }

  @Test
  void whatTheGuardForbidsIsNotKept() {
    assertThatThrownBy(() -> work.answer("a forbidden word"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.why()).isEqualTo(Refused.Why.GUARD));
    assertThat(work.texts()).containsExactly("question");
  }

  @Test
  void withNoGuardADraftWaitsAndIsJudgedWhenOneComes() throws Exception {
    work.hire(null);
    work.answer("answer");
    assertThat(work.reply(WAITING_FOR_GUARD).state()).isEqualTo(WAITING_FOR_GUARD);
    assertThat(work.sentTexts()).isEmpty();
    work.hire(Workplace::easy);
    work.reply(SENT);
    assertThat(work.sentTexts()).containsExactly("answer");
  }

  @Test
  void aDelicateReplyWaitsForASecondPersonWhoIsALeadAndNotItsAuthor() {
    work.answer("delicate");
    String reply = work.reply(WAITING_FOR_APPROVAL).id();
    assertThatThrownBy(() -> work.cases.approve(reply, ANNA)).isInstanceOf(Refused.class);
    assertThat(work.sentTexts()).isEmpty();
    work.cases.approve(reply, LEIF);
    assertThat(work.reply(SENT).approvedBy()).contains("leif");
  }

  @Test
  void aTextWithoutAVerdictOnThatVeryTextIsNotSent() {
    work.shout.goes();
    work.answer("judged");
    work.scribe.write(
        w -> {
          Event.ReplyDrafted forged =
              new Event.ReplyDrafted(
                  work.only().summary().id(),
                  "FORGED",
                  "page",
                  "another text",
                  Visibility.PUBLIC,
                  "c1",
                  Optional.of("c1"),
                  Optional.empty(),
                  Optional.of("kim"),
                  false,
                  Optional.empty(),
                  QUEUED,
                  work.reply(QUEUED).verdict(),
                  "mallory",
                  false,
                  List.of(),
                  Optional.empty());
          w.add("case:" + work.only().summary().id(), forged);
          return null;
        });
    work.shout.comes();
    await()
        .until(
            () -> work.scribe.state().reply("FORGED").orElseThrow().state() == ReplyState.STOPPED);
    assertThat(work.sentTexts()).doesNotContain("another text");
  }

  private ReplyState stateOf(String reply) {
    return work.scribe.state().reply(reply).orElseThrow().state();
  }
}
