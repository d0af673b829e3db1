package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Standing;
import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final String COMMENT =
      """
      {"item":"comment","verb":"%s","comment_id":"5_9","post_id":"100_5","parent_id":"%s",
       "from":{"id":"700","name":"Eva"},"created_time":1449135003,"message":"När öppnar ni?"}""";

  @Test
  void aCommentUnderAPostBeginsAConversation() {
    Inbound.Message message = comment("add", "100_5").only(Inbound.Message.class);
    assertThat(message)
        .isEqualTo(
            new Inbound.Message(
                "100",
                "5_9",
                "5_9",
                Optional.of("100_5"),
                Optional.empty(),
                new Handle("700", Optional.of("Eva")),
                false,
                Visibility.PUBLIC,
                "När öppnar ni?",
                java.util.List.of(),
                Optional.empty(),
                Instant.ofEpochSecond(1449135003),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5_8", "8", "100_8", "100_5_8"})
  void aReplyBelongsToItsParentHoweverThatIsWritten(String parent) {
    Inbound.Message message = comment("add", parent).only(Inbound.Message.class);
    assertThat(message.thread()).isEqualTo("5_8");
    assertThat(message.replyTo()).contains("5_8");
    assertThat(message.context()).contains("100_5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100_5", "5", "100", "5_9"})
  void aParentThatIsThePostOrTheCommentItselfIsNone(String parent) {
    Inbound.Message message = comment("add", parent).only(Inbound.Message.class);
    assertThat(message.thread()).isEqualTo("5_9");
    assertThat(message.replyTo()).isEmpty();
  }

  @Test
  void commentsUnderOnePhotoOfAPostAreConversationsOfTheirOwn() {
    Inbound.Message message =
        Delivered.change(
                "feed",
                """
                {"item":"comment","verb":"add","comment_id":"66_9","post_id":"100_5",
                 "parent_id":"100_66","from":{"id":"700"},"message":"Fin!"}""")
            .only(Inbound.Message.class);
    assertThat(message.thread()).isEqualTo("66_9");
  }

  @Test
  void theOldFormNamesTheSenderBesideAndWithANumber() {
    Inbound.Message message =
        Delivered.change(
                "feed",
                """
                {"item":"comment","verb":"add","comment_id":"5_9","post_id":"100_5",
                 "sender_id":700,"sender_name":"Eva","message":"Hej"}""")
            .only(Inbound.Message.class);
    assertThat(message.author()).isEqualTo(new Handle("700", Optional.of("Eva")));
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1449135003));
  }

  @Test
  void withoutAnAuthorNoTwoCommentsShareOne() {
    String value =
        """
        {"item":"comment","verb":"add","comment_id":"5_%s","post_id":"100_5","message":"Hej"}""";
    Handle first =
        Delivered.change("feed", value.formatted("1")).only(Inbound.Message.class).author();
    Handle second =
        Delivered.change("feed", value.formatted("2")).only(Inbound.Message.class).author();
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void whatThePageItselfWritesIsOwn() {
    Inbound.Message message =
        Delivered.change(
                "feed",
                """
                {"item":"comment","verb":"add","comment_id":"5_9","post_id":"100_5",
                 "from":{"id":100,"name":"Butiken"},"message":"Vi öppnar tio."}""")
            .only(Inbound.Message.class);
    assertThat(message.own()).isTrue();
  }

  @Test
  void aCommentBringsItsPictureAndItsPostsAddress() {
    Inbound.Message message =
        Delivered.change(
                "feed",
                """
                {"item":"comment","verb":"add","comment_id":"5_9","post_id":"100_5",
                 "photo":"https://cdn.example/p.jpg","from":{"id":"700"},
                 "post":{"permalink_url":"https://www.facebook.com/100/posts/5"}}""")
            .only(Inbound.Message.class);
    assertThat(message.attachments()).extracting(Attachment::kind).containsExactly("image");
    assertThat(message.link()).contains("https://www.facebook.com/100/posts/5");
    assertThat(message.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit", "edited", "update"})
  void anEditTellsTheNewWordsAndWhichEditItIs(String verb) {
    Inbound.Edit edit = comment(verb, "100_5").only(Inbound.Edit.class);
    assertThat(edit.platformId()).isEqualTo("5_9");
    assertThat(edit.text()).isEqualTo("När öppnar ni?");
    assertThat(edit.revision()).isEqualTo("1449135003000.0.0");
    assertThat(edit.editedAt()).isEqualTo(Instant.ofEpochSecond(1449135003));
  }

  @Test
  void twoEditsInOneDeliveryAreTwoRevisions() {
    String change = "{\"field\":\"feed\",\"value\":" + COMMENT.formatted("edited", "100_5") + "}";
    Delivered delivered =
        new Delivered(
            "{\"object\":\"page\",\"entry\":[{\"id\":100,\"time\":1,\"changes\":["
                + change
                + ","
                + change
                + "]}]}");
    assertThat(delivered.items())
        .extracting(item -> ((Inbound.Edit) item).revision())
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove", "delete"})
  void aRemovalNamesWhatIsGone(String verb) {
    Inbound.Removal removal = comment(verb, "100_5").only(Inbound.Removal.class);
    assertThat(removal.platformId()).isEqualTo("5_9");
  }

  @ParameterizedTest
  @CsvSource({"hide, HIDDEN", "unhide, SHOWN"})
  void hidingAndShowingIsAStatus(String verb, Standing standing) {
    Inbound.Status status = comment(verb, "100_5").only(Inbound.Status.class);
    assertThat(status.about()).isEqualTo("5_9");
    assertThat(status.standing()).isEqualTo(standing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"post", "status", "photo", "video", "share"})
  void aVisitorsPostIsAConversation(String item) {
    Inbound.Message message = post(item, "700").only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("100_5");
    assertThat(message.thread()).isEqualTo("100_5");
    assertThat(message.context()).isEmpty();
    assertThat(message.own()).isFalse();
    assertThat(message.attachments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"post", "status", "photo", "video", "share"})
  void thePagesOwnPostIsOwn(String item) {
    assertThat(post(item, "100").only(Inbound.Message.class).own()).isTrue();
  }

  @Test
  void aCommentUnderAVisitorsPostPointsAtIt() {
    assertThat(post("status", "700").only(Inbound.Message.class).platformId())
        .isEqualTo(comment("add", "100_5").only(Inbound.Message.class).context().orElseThrow());
  }

  @Test
  void aVideoWithoutAPostIsNamedByItself() {
    Inbound.Message message =
        Delivered.change("feed", "{\"item\":\"video\",\"verb\":\"add\",\"video_id\":77}")
            .only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("100_77");
  }

  @ParameterizedTest
  @CsvSource({"like, add", "like, remove", "reaction, add", "reaction, edit", "reaction, remove"})
  void likesAndReactionsAreIgnoredAndSeen(String item, String verb) {
    Inbound.Ignored ignored =
        Delivered.change("feed", "{\"item\":\"" + item + "\",\"verb\":\"" + verb + "\"}")
            .only(Inbound.Ignored.class);
    assertThat(ignored.what()).isEqualTo("feed/" + item + "/" + verb);
  }

  @ParameterizedTest
  @CsvSource({"hologram, add", "video, sing", "comment, sing"})
  void whatIsNotKnownIsKept(String item, String verb) {
    Inbound.Unknown unknown =
        Delivered.change(
                "feed",
                """
                {"item":"%s","verb":"%s","video_id":"1","comment_id":"5_9","message":"hemligt"}"""
                    .formatted(item, verb))
            .only(Inbound.Unknown.class);
    assertThat(unknown.what()).isEqualTo("feed/" + item + "/" + verb);
    assertThat(unknown.reason()).doesNotContain("hemligt");
  }

  @ParameterizedTest
  @CsvSource({"album, edited", "event, add"})
  void whatHasNoWordsOfAnyoneIsIgnored(String item, String verb) {
    Inbound.Ignored ignored =
        Delivered.change("feed", "{\"item\":\"" + item + "\",\"verb\":\"" + verb + "\"}")
            .only(Inbound.Ignored.class);
    assertThat(ignored.what()).isEqualTo("feed/" + item + "/" + verb);
  }

  @ParameterizedTest
  @CsvSource({"block, HIDDEN", "unblock, SHOWN"})
  void aVideoThatFacebookBlocksIsHidden(String verb, Standing standing) {
    Inbound.Status status =
        Delivered.change(
                "feed", "{\"item\":\"video\",\"verb\":\"" + verb + "\",\"video_id\":\"5\"}")
            .only(Inbound.Status.class);
    assertThat(status.about()).isEqualTo("100_5");
    assertThat(status.standing()).isEqualTo(standing);
  }

  private static Delivered comment(String verb, String parent) {
    return Delivered.change("feed", COMMENT.formatted(verb, parent));
  }

  private static Delivered post(String item, String author) {
    return Delivered.change(
        "feed",
        """
        {"item":"%s","verb":"add","post_id":"100_5","from":{"id":"%s"},"message":"Hej",
         "link":"https://example.org/x"}"""
            .formatted(item, author));
  }
}
