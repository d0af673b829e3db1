package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcilingTest {

  private static final Instant AFTER = Outgoing.FIRST_ATTEMPT.plusSeconds(2);
  private static final String NOTHING = "{\"data\":[]}";
  private static final String CONVERSATION = "{\"data\":[{\"id\":\"t_55\"}]}";

  private final FakeHost host = new FakeHost();

  @Test
  void ourCommentIsFoundUnderWhatItAnswers() {
    host.answers(
        200, list(said("5_11", "700", "Tack!", AFTER), said("5_10", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isEqualTo(accepted("5_10"));
    assertThat(host.path(0)).isEqualTo("/v25.0/5_9/comments");
    assertThat(host.query(0))
        .contains("filter=stream", "order=reverse_chronological", "limit=100")
        .doesNotContain(FakeHost.TOKEN);
  }

  @Test
  void platformsTidyingOfSpacesDoesNotHideIt() {
    host.answers(200, list(said("10", "100", "  " + Outgoing.TEXT + "\\r\\n", AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isEqualTo(accepted("5_10"));
  }

  @Test
  void aWholeListWithoutItMeansNotDelivered() {
    host.answers(200, list(said("5_11", "100", "Något annat", AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void theCustomersSameWordsAreNotOurs() {
    host.answers(200, list(said("5_11", "700", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void anEqualTextFromLongBeforeIsNotThisOne() {
    Instant earlier = Outgoing.FIRST_ATTEMPT.minus(Duration.ofHours(1));
    host.answers(200, list(said("5_10", "100", Outgoing.TEXT, earlier)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void anEqualTextFromJustBeforeIsForAPersonToJudge() {
    Instant before = Outgoing.FIRST_ATTEMPT.minusSeconds(30);
    host.answers(200, list(said("5_10", "100", Outgoing.TEXT, before)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.Unknown.class);
  }

  /** Facebook spells the same comment in several ways. */
  @ParameterizedTest
  @ValueSource(strings = {"5_10", "100_5_10", "10"})
  void anEqualTextThatWasKnownBeforeIsNotThisOne(String id) {
    Outbound again = Outgoing.after(Outgoing.comment("5_9"), "5_9", "5_10");
    Instant before = Outgoing.FIRST_ATTEMPT.minusSeconds(30);
    host.answers(200, list(said(id, "100", Outgoing.TEXT, before)));
    assertThat(reconcile(again)).isInstanceOf(Receipt.NotDelivered.class);
    host.answers(
        200,
        list(said("5_11", "100", Outgoing.TEXT, AFTER), said(id, "100", Outgoing.TEXT, before)));
    assertThat(reconcile(again)).isEqualTo(accepted("5_11"));
  }

  @Test
  void aMessageThatWasKnownBeforeIsNotThisOne() {
    host.answers(200, CONVERSATION)
        .answers(200, list(said("m_5", "100", Outgoing.TEXT, AFTER.minusSeconds(20))));
    assertThat(reconcile(Outgoing.after(message(), "m_1", "m_5")))
        .isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void ofTwoEqualTextsTheOlderIsThisOne() {
    host.answers(
        200,
        list(
            said("5_12", "100", Outgoing.TEXT, AFTER.plusSeconds(20)),
            said("5_11", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isEqualTo(accepted("5_11"));
  }

  @Test
  void aCommentWhoseAuthorIsWithheldLeavesADoubt() {
    host.answers(
        200,
        """
        {"data":[{"id":"5_10","message":"%s","created_time":"%s"}]}"""
            .formatted(Outgoing.TEXT, AFTER));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void theNextPageIsReadByItsCursorAndNotByItsAddress() {
    host.answers(200, page("c1", said("5_11", "700", "Tack!", AFTER)))
        .answers(200, list(said("5_10", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isEqualTo(accepted("5_10"));
    assertThat(host.query(1)).contains("after=c1");
    assertThat(host.calls.get(1).uri().getHost()).isEqualTo("graph.facebook.com");
  }

  @Test
  void aListInTheAskedOrderIsLeftWhenTheRestIsOlder() {
    Instant old = Outgoing.FIRST_ATTEMPT.minus(Duration.ofHours(1));
    host.answers(
        200, page("c1", said("5_11", "700", "Tack!", AFTER), said("5_8", "700", "Hej", old)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.NotDelivered.class);
    assertThat(host.calls).hasSize(1);
  }

  @Test
  void aListInTheWrongOrderIsReadToItsEnd() {
    Instant old = Outgoing.FIRST_ATTEMPT.minus(Duration.ofHours(1));
    host.answers(
            200,
            page(
                "c1",
                said("5_7", "700", "Hej", old.minusSeconds(9)),
                said("5_8", "700", "Hå", old)))
        .answers(200, list(said("5_10", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.comment("5_9"))).isEqualTo(accepted("5_10"));
  }

  @Test
  void anEndlessListIsGivenUpUndecided() {
    for (int i = 0; i < Listing.MOST_PAGES; i++) {
      host.answers(200, page("c" + i, said("5_" + i, "700", "Hej", AFTER)));
    }
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.Unknown.class);
    assertThat(host.calls).hasSize(Listing.MOST_PAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"error\":{\"code\":100,\"error_subcode\":33}}", "<html>"})
  void whatIsNotAListDecidesNothing(String body) {
    host.answers(200, body);
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void whoCannotBeAskedDecidesNothing() {
    host.does(
        call -> {
          throw new Http.NotSent("connection refused");
        });
    assertThat(reconcile(Outgoing.comment("5_9"))).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aPrivateAnswerIsFoundInTheConversation() {
    host.answers(200, CONVERSATION).answers(200, list(said("m_5", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(message())).isEqualTo(accepted("m_5"));
    assertThat(host.path(0)).isEqualTo("/v25.0/100/conversations");
    assertThat(host.query(0)).contains("user_id=700", "platform=messenger");
    assertThat(host.path(1)).isEqualTo("/v25.0/t_55/messages");
  }

  @Test
  void aConversationWithoutItMeansNotDelivered() {
    host.answers(200, CONVERSATION).answers(200, list(said("m_1", "700", "Hej", AFTER)));
    assertThat(reconcile(message())).isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void messagesWithoutDetailsLeaveADoubt() {
    host.answers(200, CONVERSATION).answers(200, "{\"data\":[{\"id\":\"m_4\"}]}");
    assertThat(reconcile(message())).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aConversationThatIsNotShownDecidesNothing() {
    host.answers(200, NOTHING);
    assertThat(reconcile(message())).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void aCommentThatMayStillBeAnsweredInPrivateWasNot() {
    host.answers(200, "{\"id\":\"5_9\",\"can_reply_privately\":true}");
    assertThat(reconcile(Outgoing.handoff("5_9"))).isInstanceOf(Receipt.NotDelivered.class);
    assertThat(host.path(0)).isEqualTo("/v25.0/5_9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"can_reply_privately\":false}", "{\"error\":{\"code\":100}}", "{}"})
  void otherwiseTheConversationShowsIt(String comment) {
    host.answers(200, comment)
        .answers(200, CONVERSATION)
        .answers(200, list(said("m_5", "100", Outgoing.TEXT, AFTER)));
    assertThat(reconcile(Outgoing.handoff("5_9"))).isEqualTo(accepted("m_5"));
  }

  private Receipt reconcile(Outbound message) {
    return new FacebookChannel().reconcile(message, host);
  }

  private static Outbound message() {
    return Outgoing.message(Duration.ofHours(1));
  }

  private static Receipt accepted(String id) {
    return new Receipt.Accepted(id, Optional.empty());
  }

  private static String said(String id, String author, String text, Instant at) {
    return """
        {"id":"%s","message":"%s","from":{"id":"%s"},"created_time":"%s"}"""
        .formatted(id, text, author, at.toString().replace("Z", "+0000"));
  }

  private static String list(String... elements) {
    return "{\"data\":[" + String.join(",", elements) + "]}";
  }

  private static String page(String after, String... elements) {
    return """
        {"data":[%s],"paging":{"cursors":{"after":"%s"},
         "next":"https://elsewhere.example/?access_token=x"}}"""
        .formatted(String.join(",", elements), after);
  }
}
