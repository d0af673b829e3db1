package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Handle;
import io.svara.api.message.Rating;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsReaderTest {

  private static final String REVIEW =
      """
      {"item":"rating","verb":"%s","open_graph_story_id":904,"reviewer_id":700,
       "reviewer_name":"Eva","rating":3,"review_text":"Helt okej","recommendation_type":"POSITIVE",
       "comment_id":null,"created_time":1537369512}""";

  @Test
  void aReviewIsAConversationWithItsRating() {
    Inbound.Message message =
        Delivered.change("ratings", REVIEW.formatted("add")).only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("904");
    assertThat(message.thread()).isEqualTo("904");
    assertThat(message.text()).isEqualTo("Helt okej");
    assertThat(message.author()).isEqualTo(new Handle("700", Optional.of("Eva")));
    assertThat(message.rating()).contains(new Rating(OptionalInt.of(3), Optional.of(true)));
  }

  @Test
  void anEditedReviewBringsItsNewRating() {
    Inbound.Edit edit =
        Delivered.change("ratings", REVIEW.formatted("edit")).only(Inbound.Edit.class);
    assertThat(edit.platformId()).isEqualTo("904");
    assertThat(edit.rating()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"negative, false", "POSITIVE, true"})
  void aRecommendationNeedsNoStars(String type, boolean recommends) {
    Inbound.Message message =
        Delivered.change(
                "ratings",
                """
                {"item":"rating","verb":"add","open_graph_story_id":"904","reviewer_id":"700",
                 "recommendation_type":"%s"}"""
                    .formatted(type))
            .only(Inbound.Message.class);
    assertThat(message.rating()).contains(new Rating(OptionalInt.empty(), Optional.of(recommends)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "-1", "4.5", "\"många\"", "null"})
  void starsThatCannotBeAreNone(String stars) {
    Inbound.Message message =
        Delivered.change(
                "ratings",
                """
                {"item":"rating","verb":"add","open_graph_story_id":"904","reviewer_id":"700",
                 "rating":%s}"""
                    .formatted(stars))
            .only(Inbound.Message.class);
    assertThat(message.rating()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"open_graph_story_id\":\"904\",", "\"open_graph_story_id\":\"6\","})
  void aCommentOnAReviewBelongsToTheReview(String story) {
    Inbound.Message message =
        Delivered.change(
                "ratings",
                """
                {"item":"comment","verb":"add",%s"comment_id":"904_33","post_id":"700_904",
                 "parent_id":"700_904","sender_id":700,"created_time":1448795386}"""
                    .formatted(story))
            .only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("904_33");
    assertThat(message.thread()).isEqualTo("904");
    assertThat(message.context()).contains("904");
    assertThat(message.replyTo()).isEmpty();
  }

  @Test
  void likesOfReviewsAreIgnored() {
    Delivered.change("ratings", "{\"item\":\"like\",\"verb\":\"add\",\"post_id\":\"700_904\"}")
        .only(Inbound.Ignored.class);
  }

  @Test
  void aReviewThatNamesNoStoryIsKeptWithTheReason() {
    Inbound.Unknown unknown =
        Delivered.change("ratings", "{\"item\":\"rating\",\"verb\":\"add\",\"rating\":1}")
            .only(Inbound.Unknown.class);
    assertThat(unknown.reason())
        .isEqualTo("'open_graph_story_id' is missing in entry[0].changes[0].");
  }
}
