package io.svara.engine.intake;

import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.NOON;
import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static io.svara.engine.workplace.Workplace.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.workplace.Workplace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What deliveries lead to. */
class ThreadingTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  @Test
  void aCommentOpensACaseOfItsCustomer() {
    work.post(comment("c1", "c1", "kim", "Var är min faktura?"));
    assertThat(work.only().summary().contactName()).isEqualTo("Name of kim");
    assertThat(work.only().summary().state()).isEqualTo(CaseState.NEW);
    assertThat(work.texts()).containsExactly("Var är min faktura?");
  }

  @Test
  void aReplyJoinsItsConversationInWhateverOrderTheyArrive() {
    work.post(comment("c2", "c1", "kim", "second"));
    work.post(comment("c1", "c1", "bo", "first"));
    assertThat(work.texts()).containsExactly("second", "first");
  }

  @Test
  void twoCommentsInOneDeliveryJoinOneCase() {
    Deliveries.Delivery delivery =
        work.post(comment("c1", "c1", "kim", "one"), comment("c2", "c1", "kim", "two"));
    assertThat(work.texts()).containsExactly("one", "two");
    assertThat(delivery.items())
        .extracting(Deliveries.Item::outcome)
        .containsExactly("opened", "added");
  }

  @Test
  void aCommentUnderAVisitorsPostJoinsTheCaseOfThatPost() {
    work.post(comment("post", "post", "kim", "my post"));
    work.post(message("c1", "c1", Optional.of("post"), "bo", "me too", Visibility.PUBLIC, false));
    assertThat(work.texts()).containsExactly("my post", "me too");
  }

  @Test
  void theSameMessageAgainChangesNothing() {
    work.post(comment("c1", "c1", "kim", "once"));
    var before = work.all();
    Deliveries.Delivery again = work.post(comment("c1", "c1", "kim", "once"));
    assertThat(again.items()).extracting(Deliveries.Item::outcome).containsExactly("duplicate");
    assertThat(work.all()).isEqualTo(before);
  }

  @Test
  void theSameMessageTwiceInOneDeliveryIsOneMessage() {
    work.post(comment("c1", "c1", "kim", "once"), comment("c1", "c1", "kim", "once"));
    assertThat(work.texts()).containsExactly("once");
  }

  @Test
  void whatThePageWritesItselfOpensNoCase() {
    Deliveries.Delivery delivery =
        work.post(message("p1", "p1", Optional.empty(), "P1", "news", Visibility.PUBLIC, true));
    assertThat(work.all()).isEmpty();
    assertThat(delivery.items()).extracting(Deliveries.Item::outcome).containsExactly("own");
  }

  @Test
  void whatThePageWritesInACustomersConversationIsShownThereAsOurs() {
    work.post(comment("c1", "c1", "kim", "question"));
    work.post(message("c2", "c1", Optional.empty(), "P1", "answer", Visibility.PUBLIC, true));
    assertThat(work.texts()).containsExactly("question", "answer");
    assertThat(work.only().summary().waitingSince()).isEmpty();
  }

  @Test
  void anEditShowsTheNewWordsAndKeepsTheOld() {
    work.post(comment("c1", "c1", "kim", "befor"));
    work.post(edit("c1", "r1", "before"));
    CaseMessage message = work.only().thread().get(0);
    assertThat(message.text()).isEqualTo("before");
    assertThat(message.edited()).containsExactly("befor");
    assertThat(work.only().summary().lastMessage().orElseThrow().text()).isEqualTo("before");
  }

  @Test
  void theSameEditAgainChangesNothing() {
    work.post(comment("c1", "c1", "kim", "a"));
    work.post(edit("c1", "r1", "b"));
    Deliveries.Delivery again = work.post(edit("c1", "r1", "b"));
    assertThat(again.items()).extracting(Deliveries.Item::outcome).containsExactly("duplicate");
    assertThat(work.only().thread().get(0).edited()).containsExactly("a");
  }

  @Test
  void anEditBeforeItsMessageIsAGhostUntilTheMessageComes() {
    Deliveries.Delivery early = work.post(edit("c1", "r1", "after"));
    assertThat(early.items()).extracting(Deliveries.Item::outcome).containsExactly("ghost");
    assertThat(work.all()).isEmpty();
    work.post(comment("c1", "c1", "kim", "before"));
    assertThat(work.texts()).containsExactly("after");
  }

  @Test
  void aRemovalBeforeItsMessageKeepsTheCaseFromOpening() {
    work.post(new Inbound.Removal("P1", "c1", NOON));
    Deliveries.Delivery late = work.post(comment("c1", "c1", "kim", "regretted"));
    assertThat(late.items()).extracting(Deliveries.Item::outcome).containsExactly("ghost");
    assertThat(work.all()).isEmpty();
  }

  @Test
  void anAnswerOfThePageThatWasRemovedBeforeItCameIsNotShown() {
    work.post(comment("c1", "c1", "kim", "question"));
    work.post(new Inbound.Removal("P1", "p1", NOON));
    Deliveries.Delivery late =
        work.post(message("p1", "c1", Optional.empty(), "P1", "slip", Visibility.PUBLIC, true));
    assertThat(late.items()).extracting(Deliveries.Item::outcome).containsExactly("ghost");
    assertThat(work.texts()).containsExactly("question");
  }

  @Test
  void anEditOfAnAnswerOfThePageThatCameFirstIsAppliedToIt() {
    work.post(comment("c1", "c1", "kim", "question"));
    work.post(edit("p1", "r1", "after"));
    work.post(message("p1", "c1", Optional.empty(), "P1", "before", Visibility.PUBLIC, true));
    assertThat(work.texts()).containsExactly("question", "after");
  }

  @Test
  void aHidingBeforeItsMessageHidesItWhenItComes() {
    work.post(new Inbound.Status("P1", "c1", Inbound.Standing.HIDDEN, NOON));
    assertThat(work.all()).isEmpty();
    work.post(comment("c1", "c1", "kim", "rude"));
    assertThat(work.only().thread().get(0).hidden()).isTrue();
  }

  @Test
  void aRemovedMessageIsShownAsRemoved() {
    work.post(comment("c1", "c1", "kim", "oops"));
    work.post(new Inbound.Removal("P1", "c1", NOON));
    assertThat(work.only().thread().get(0).removed()).contains(NOON);
    assertThat(work.only().summary().lastMessage().orElseThrow().text()).isEmpty();
  }

  @Test
  void aLikeIsSeenAndOpensNothing() {
    Deliveries.Delivery delivery =
        work.post(new Inbound.Ignored("P1", "like of c1", "likes are no questions"));
    assertThat(delivery.state()).isEqualTo(Deliveries.State.READ);
    assertThat(delivery.items().get(0).detail()).contains("likes are no questions");
    assertThat(work.all()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodWaitsInQuarantineForALaterVersion() {
    Deliveries.Delivery delivery =
        work.post(new Inbound.Unknown("P1", "field leadgen", "new to this version"));
    assertThat(delivery.state()).isEqualTo(Deliveries.State.QUARANTINED);
    assertThat(
            work.deliveries
                .list(
                    Optional.empty(),
                    Optional.of(Deliveries.State.QUARANTINED),
                    10,
                    Optional.empty())
                .items())
        .extracting(Deliveries.Delivery::id)
        .containsExactly(delivery.id());
  }

  @Test
  void malformedBytesGoToQuarantineWithTheReason() {
    work.shout.reads("junk", new Parsed.Malformed("line 1: no JSON"));
    Deliveries.Delivery delivery = work.post("junk");
    assertThat(delivery.reason()).contains("line 1: no JSON");
    assertThat(work.deliveries.raw(delivery.id()).orElseThrow()).asString().isEqualTo("junk");
  }

  @Test
  void aMendedConnectorReadsAgainWhatTheBrokenOneChokedOn() {
    work.shout.reads("body", comment("c1", "c1", "kim", "hello"));
    work.shout.breaks(true);
    Deliveries.Delivery delivery = work.post("body");
    assertThat(delivery.state()).isEqualTo(Deliveries.State.QUARANTINED);
    work.shout.breaks(false);
    work.deliveries.replayAll(Optional.empty(), OPERATOR);
    assertThat(work.read(delivery.id()).state()).isEqualTo(Deliveries.State.READ);
    assertThat(work.texts()).containsExactly("hello");
  }

  @Test
  void replayingTakesNothingTwice() {
    Deliveries.Delivery mixed =
        work.post(comment("c1", "c1", "kim", "hello"), new Inbound.Unknown("P1", "x", "new"));
    work.deliveries.replay(mixed.id(), OPERATOR);
    assertThat(work.read(mixed.id()).items())
        .extracting(Deliveries.Item::outcome)
        .containsExactly("duplicate", "unknown");
    assertThat(work.texts()).containsExactly("hello");
  }

  @Test
  void anItemOfAnAccountThatIsNotDefinedWaitsUntilItIs() {
    Inbound.Message stranger =
        new Inbound.Message(
            "P2",
            "c1",
            "c1",
            Optional.empty(),
            Optional.empty(),
            new io.svara.api.message.Handle("kim", Optional.empty()),
            false,
            Visibility.PUBLIC,
            "hello",
            List.of(),
            Optional.empty(),
            NOON,
            Optional.empty());
    Deliveries.Delivery delivery = work.post(stranger);
    assertThat(delivery.reason().orElseThrow()).contains("P2").contains("define");
    work.presence.defineAccount(
        "second",
        Map.of("channel", "shout", "endpoint", "hook", "pageId", "P2", "token", "x"),
        OPERATOR);
    work.deliveries.replay(delivery.id(), OPERATOR);
    assertThat(work.read(delivery.id()).state()).isEqualTo(Deliveries.State.READ);
    assertThat(work.only().summary().account()).isEqualTo("second");
  }

  @Test
  void deliveriesWaitWhileNoConnectorRunsAndAreReadInOrderWhenOneComes() {
    work.shout.goes();
    work.shout.reads("one", comment("c1", "c1", "kim", "first"));
    work.shout.reads("two", comment("c2", "c1", "kim", "second"));
    String one = work.send("one");
    String two = work.send("two");
    assertThat(work.deliveries.get(one).orElseThrow().state()).isEqualTo(Deliveries.State.WAITING);
    work.shout.comes();
    work.read(one);
    work.read(two);
    assertThat(work.texts()).containsExactly("first", "second");
  }

  @Test
  void aNewWordOfTheCustomerOpensWhatWasDone() {
    work.post(comment("c1", "c1", "kim", "question"));
    work.cases.change(
        work.only().summary().id(),
        work.only().summary().version(),
        List.of(new CaseChange.Move(CaseState.RESOLVED, Optional.empty())),
        ANNA);
    work.post(comment("c2", "c1", "kim", "but still"));
    assertThat(work.only().summary().state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void hidingIsShownAndShowingTakesItBack() {
    work.post(comment("c1", "c1", "kim", "rude"));
    work.post(new Inbound.Status("P1", "c1", Inbound.Standing.HIDDEN, NOON));
    assertThat(work.only().thread().get(0).hidden()).isTrue();
    work.post(new Inbound.Status("P1", "c1", Inbound.Standing.SHOWN, NOON));
    assertThat(work.only().thread().get(0).hidden()).isFalse();
  }

  @Test
  void aReadReceiptDoesNotMakeTheAgentsViewOld() {
    work.post(comment("c1", "c1", "kim", "question"));
    long before = work.only().summary().version();
    work.post(new Inbound.Status("P1", "c1", Inbound.Standing.READ, NOON));
    assertThat(work.only().summary().version()).isEqualTo(before);
  }

  @Test
  void foldingTheJournalAnewGivesTheSameViews() throws Exception {
    work.post(comment("c1", "c1", "kim", "a"), comment("c2", "c1", "bo", "b"));
    work.post(edit("c1", "r", "c"));
    work.answer("reply");
    work.reply(io.svara.engine.desk.ReplyState.SENT);
    var before = work.views.everything();
    work.views.rebuild("test");
    assertThat(work.views.everything()).isEqualTo(before);
  }

  private static Inbound.Edit edit(String id, String revision, String text) {
    return new Inbound.Edit(
        "P1", id, revision, Optional.empty(), text, List.of(), Optional.empty(), NOON);
  }
}
