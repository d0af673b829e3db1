package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntoldTest {

  private static final Delivered COMMENT =
      Delivered.change(
          "ratings",
          """
          {"item":"comment","verb":"add","comment_id":"904_9","post_id":"700_904",
          "from":{"id":"701","name":"Eva"},"created_time":1449135003}""");

  @Test
  void theWordsOfACommentOnARecommendationAreAskedFor() {
    Parsed.Needs needs = (Parsed.Needs) COMMENT.asked();
    assertThat(needs)
        .isEqualTo(new Parsed.Needs(List.of(new Parsed.Lookup("100", "904_9", "/904_9"))));
    Parsed.Items read =
        (Parsed.Items)
            COMMENT.answered(needs, 200, "{\"message\":\"Instämmer!\",\"id\":\"904_9\"}").asked();
    assertThat(read.items())
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Message.class, message -> assertThat(message.text()).isEqualTo("Instämmer!"));
  }

  @Test
  void aQuestionThatBringsNothingIsNotAskedAgain() {
    Parsed.Needs needs = (Parsed.Needs) COMMENT.asked();
    for (int status : new int[] {0, 400, 500}) {
      assertThat(COMMENT.answered(needs, status, "{\"error\":{\"code\":100}}").asked())
          .isInstanceOfSatisfying(Parsed.Items.class, it -> assertThat(it.items()).hasSize(1));
    }
  }

  @Test
  void aRemovalIsReadWithoutAQuestion() {
    assertThat(
            Delivered.change(
                    "ratings",
                    "{\"item\":\"comment\",\"verb\":\"remove\",\"comment_id\":\"904_9\"}")
                .asked())
        .isInstanceOf(Parsed.Items.class);
  }

  /** One page's token does not open another's comments. */
  @Test
  void inADeliveryOfSeveralPagesEachIsAskedForItsOwn() {
    String change =
        "{\"field\":\"ratings\",\"value\":{\"item\":\"comment\",\"verb\":\"add\","
            + "\"comment_id\":\"%s\"}}";
    Parsed asked =
        new Delivered(
                """
                {"object":"page","entry":[{"id":"100","changes":[%s]},
                {"id":"200","changes":[%s]}]}"""
                    .formatted(change.formatted("904_9"), change.formatted("905_1")))
            .asked();
    assertThat(((Parsed.Needs) asked).lookups())
        .containsExactly(
            new Parsed.Lookup("100", "904_9", "/904_9"),
            new Parsed.Lookup("200", "905_1", "/905_1"));
  }
}
