package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphFeedTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();

  @Test
  void aReplyStandsUnderTheRightComment() throws Exception {
    Post post = fake.platform.pagePosts(fake.page, "Nytt abonnemang!");
    Comment first = fake.platform.customer("Karolina").comments(post, "Vad kostar det?");
    Comment second = fake.platform.customer("Otto").comments(post, "Täckning i Kiruna?");

    Graph.Reply reply =
        fake.graph.postForm("/v19.0/" + second.id() + "/comments", "message", "Ja, full täckning!");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fake.platform.comments(first.id())).isEmpty();
    assertThat(fake.platform.comments(second.id()))
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.id()).isEqualTo(reply.body().path("id").asText());
              assertThat(comment.message()).isEqualTo("Ja, full täckning!");
              assertThat(comment.from().id()).isEqualTo(fake.page.id());
            });
  }

  @Test
  void aReplyThroughTheApiComesBackAsAWebhookFromThePage() throws Exception {
    Post post = fake.platform.customer("Karolina").writesPost(fake.page, "Hej!");
    fake.graph.postJson("/v23.0/" + post.id() + "/comments", "{\"message\":\"Hej Karolina!\"}");

    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(2));
    assertThat(fake.receiver.bodies().get(1))
        .contains(
            "\"item\":\"comment\"",
            "\"verb\":\"add\"",
            "\"from\":{\"id\":\"" + fake.page.id() + "\"",
            "\"parent_id\":\"" + post.id() + "\"",
            "Hej Karolina!");
  }

  @Test
  void commentIdsBeginWithThePostsOwnNumber() {
    Post post = fake.platform.pagePosts(fake.page, "Hej");
    Comment comment = fake.platform.customer("Karolina").comments(post, "Hej");
    Comment reply = fake.platform.customer("Otto").repliesTo(comment, "Hej hej");
    String number = post.id().substring(post.id().indexOf('_') + 1);
    assertThat(post.id()).startsWith(fake.page.id() + "_");
    assertThat(comment.id()).startsWith(number + "_");
    assertThat(reply.id()).startsWith(number + "_");
    assertThat(reply.parentId()).isEqualTo(comment.id());
  }

  @Test
  void hidingShowsInTheNodeAndAsAWebhook() throws Exception {
    Comment comment =
        fake.platform
            .customer("Karolina")
            .comments(fake.platform.pagePosts(fake.page, "Hej"), "Fy!");
    assertThat(
            fake.graph
                .postForm("/v19.0/" + comment.id(), "is_hidden", "true")
                .body()
                .path("success")
                .asBoolean())
        .isTrue();
    assertThat(
            fake.graph
                .get("/v19.0/" + comment.id() + "?fields=is_hidden")
                .body()
                .path("is_hidden")
                .asBoolean())
        .isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(fake.receiver.bodies()).last().asString().contains("\"verb\":\"hide\""));
    fake.graph.postForm("/v19.0/" + comment.id(), "is_hidden", "false");
    await()
        .untilAsserted(
            () ->
                assertThat(fake.receiver.bodies())
                    .last()
                    .asString()
                    .contains("\"verb\":\"unhide\""));
  }

  @Test
  void aDeletedCommentTakesItsRepliesWithIt() throws Exception {
    Comment comment =
        fake.platform
            .customer("Karolina")
            .comments(fake.platform.pagePosts(fake.page, "Hej"), "Hej");
    Comment reply = fake.platform.customer("Otto").repliesTo(comment, "Hej hej");
    assertThat(fake.graph.delete("/v19.0/" + comment.id()).status()).isEqualTo(200);
    Graph.Reply gone = fake.graph.get("/v19.0/" + reply.id());
    assertThat(gone.status()).isEqualTo(400);
    assertThat(gone.errorCode()).isEqualTo(100);
    assertThat(gone.errorSubcode()).isEqualTo(33);
    assertThat(gone.body().at("/error/fbtrace_id").asText()).isNotEmpty();
  }

  @Test
  void onlyThePagesOwnTextCanBeChanged() throws Exception {
    Comment comment =
        fake.platform
            .customer("Karolina")
            .comments(fake.platform.pagePosts(fake.page, "Hej"), "Hej");
    assertThat(fake.graph.postForm("/v19.0/" + comment.id(), "message", "Hej då").errorCode())
        .isEqualTo(200);
    String own =
        fake.graph
            .postForm("/v19.0/" + comment.id() + "/comments", "message", "Hej")
            .body()
            .path("id")
            .asText();
    assertThat(fake.graph.postForm("/v19.0/" + own, "message", "Hej igen").status()).isEqualTo(200);
    assertThat(fake.platform.comments(comment.id()))
        .extracting(Comment::message)
        .containsExactly("Hej igen");
  }

  @Test
  void nestedFieldsAreExpanded() throws Exception {
    Post post = fake.platform.pagePosts(fake.page, "Hej");
    Comment comment =
        fake.platform.customer("Karolina Norrfjord").comments(post, "Vad kostar det?");
    fake.platform.customer("Otto").repliesTo(comment, "Undrar jag med");
    var feed =
        fake.graph
            .get(
                "/v19.0/"
                    + fake.page.id()
                    + "/feed?fields=id,from%7Bname%7D,comments.limit(5)%7Bmessage,from,comments%7Bmessage%7D%7D")
            .body();
    assertThat(feed.at("/data/0/comments/data/0/from/name").asText())
        .isEqualTo("Karolina Norrfjord");
    assertThat(feed.at("/data/0/comments/data/0/comments/data/0/message").asText())
        .isEqualTo("Undrar jag med");
  }

  @Test
  void aMisspeltFieldIsAnError() throws Exception {
    Graph.Reply reply =
        fake.graph.get(
            "/v19.0/" + fake.platform.pagePosts(fake.page, "Hej").id() + "?fields=mesage");
    assertThat(reply.errorCode()).isEqualTo(100);
    assertThat(reply.body().at("/error/message").asText()).contains("nonexisting field (mesage)");
  }

  @Test
  void anotherPagesPostIsNotThere() throws Exception {
    Page other = fake.platform.page("Other");
    Post post = fake.platform.pagePosts(other, "Hej");
    assertThat(fake.graph.get("/v19.0/" + post.id()).errorSubcode()).isEqualTo(33);
    assertThat(
            fake.graph
                .postForm("/v19.0/" + post.id() + "/comments", "message", "Hej")
                .errorSubcode())
        .isEqualTo(33);
  }

  @Test
  void aRatingIsListedAndCanBeAnswered() throws Exception {
    Review review = fake.platform.customer("Karolina").rates(fake.page, 2, "Långa köer");
    var ratings =
        fake.graph
            .get(
                "/v19.0/"
                    + fake.page.id()
                    + "/ratings?fields=rating,review_text,reviewer,open_graph_story")
            .body();
    assertThat(ratings.at("/data/0/rating").asInt()).isEqualTo(2);
    assertThat(ratings.at("/data/0/open_graph_story/id").asText()).isEqualTo(review.id());
    fake.graph.postForm("/v19.0/" + review.id() + "/comments", "message", "Beklagar!");
    assertThat(fake.platform.comments(review.id())).hasSize(1);
    await()
        .untilAsserted(
            () ->
                assertThat(fake.receiver.bodies())
                    .last()
                    .asString()
                    .contains("\"field\":\"ratings\"", "\"item\":\"comment\"", review.id()));
  }

  @Test
  void aBlockedPersonCannotWriteOnThePage() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    fake.graph.postForm(
        "/v19.0/" + fake.page.id() + "/blocked", "user", karolina.on(fake.page).id());
    assertThatIllegalStateException().isThrownBy(() -> karolina.writesPost(fake.page, "Hej"));
  }
}
