package io.svara.engine.letters;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Letter.Mark;
import io.svara.engine.desk.CaseState;
import io.svara.engine.workplace.Workplace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered without a person, and when it is not. */
class AcknowledgingTest {
  private static final String ANN = "ann@kund.example";

  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
    set("2");
  }

  private void set(String most) {
    work.presence.defineAccount(
        "page",
        Map.of(
            "channel", "shout",
            "endpoint", "hook",
            "pageId", "P1",
            "acknowledgement", "Tack, vi har fått ditt brev.",
            "automaticAnswersADay", most),
        OPERATOR);
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private void sent(int count) {
    await().untilAsserted(() -> assertThat(work.shout.sent()).hasSize(count));
  }

  @Test
  void aNewCaseIsAcknowledgedOnceAndStaysNew() {
    work.post(Post.of("m1", ANN).sent());
    sent(1);
    Outbound answer = work.shout.sent().get(0);
    assertThat(answer.automatic()).isTrue();
    assertThat(answer.text()).isEqualTo("Tack, vi har fått ditt brev.");
    assertThat(work.only().summary().state()).isEqualTo(CaseState.NEW);
    assertThat(work.only().summary().waitingSince()).isPresent();
    work.post(Post.of("m2", ANN).in("m1").sent());
    work.post(Post.of("other", "bo@kund.example").sent());
    sent(2);
    assertThat(work.shout.sent()).extracting(Outbound::thread).containsExactly("m1", "other");
  }

  @Test
  void aMachineAMailingListAndAnOldLetterAreNotAnswered() {
    work.post(Post.of("m1", "robot@kund.example").marked(Mark.AUTOMATIC).sent());
    work.post(Post.of("m2", "list@kund.example").marked(Mark.BULK).sent());
    work.clock.pass(Duration.ofHours(25));
    work.post(Post.of("m3", "late@kund.example").sent());
    work.post(Post.of("m4", "late@kund.example").sent());
    assertThat(work.all()).hasSize(4);
    assertThat(work.scribe.state().outboxes()).isEmpty();
    assertThat(work.scribe.state().unjudged(10)).isEmpty();
  }

  @Test
  void oneCustomerGetsNoMoreThanTheSetCountInADay() {
    for (int i = 1; i <= 5; i++) {
      work.post(Post.of("m" + i, ANN).about("subject " + i).sent());
    }
    sent(2);
    assertThat(work.scribe.state().unjudged(10)).isEmpty();
    work.post(Post.of("n1", "bo@kund.example").sent());
    sent(3);
  }

  @Test
  void whereNoneIsAllowedNoneIsSent() {
    set("0");
    work.post(Post.of("m1", ANN).sent());
    assertThat(work.scribe.state().unjudged(10)).isEmpty();
    assertThat(work.shout.sent()).isEmpty();
  }

  @Test
  void publicWordsAreNotAcknowledged() {
    work.post(Workplace.comment("c1", "c1", "kim", "Hej"));
    assertThat(work.scribe.state().unjudged(10)).isEmpty();
    assertThat(work.shout.sent()).isEmpty();
  }
}
