package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphPagingTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();
  private Post post;
  private List<Comment> comments;

  @BeforeEach
  void aPostWithSevenComments() {
    post = fake.platform.pagePosts(fake.page, "Hej");
    comments =
        IntStream.range(0, 7)
            .mapToObj(i -> fake.platform.customer("Karolina").comments(post, "no. " + i))
            .toList();
  }

  @Test
  void nextLeadsThroughAllCommentsOnce() throws Exception {
    List<String> seen = new ArrayList<>();
    JsonNode page = fake.graph.get("/v19.0/" + post.id() + "/comments?limit=3").body();
    while (true) {
      page.path("data").forEach(comment -> seen.add(comment.path("id").asText()));
      if (!page.path("paging").has("next")) {
        break;
      }
      page = fake.graph.open(page.path("paging").path("next").asText()).body();
    }
    assertThat(seen).containsExactlyElementsOf(comments.stream().map(Comment::id).toList());
  }

  @Test
  void beforeLeadsBack() throws Exception {
    JsonNode first = fake.graph.get("/v19.0/" + post.id() + "/comments?limit=3").body();
    JsonNode second =
        fake.graph
            .get(
                "/v19.0/"
                    + post.id()
                    + "/comments?limit=3&after="
                    + first.at("/paging/cursors/after").asText())
            .body();
    JsonNode back =
        fake.graph
            .get(
                "/v19.0/"
                    + post.id()
                    + "/comments?limit=3&before="
                    + second.at("/paging/cursors/before").asText())
            .body();
    assertThat(back.path("data")).isEqualTo(first.path("data"));
  }

  @Test
  void aCursorDiesWithItsComment() throws Exception {
    String cursor =
        fake.graph
            .get("/v19.0/" + post.id() + "/comments?limit=3")
            .body()
            .at("/paging/cursors/after")
            .asText();
    fake.platform.customer("Karolina").removes(comments.get(2));
    assertThat(
            fake.graph.get("/v19.0/" + post.id() + "/comments?limit=3&after=" + cursor).errorCode())
        .isEqualTo(100);
  }

  @Test
  void streamHoldsTheRepliesTooAndTopLevelDoesNot() throws Exception {
    fake.platform.customer("Otto").repliesTo(comments.get(0), "svar");
    assertThat(fake.graph.get("/v19.0/" + post.id() + "/comments").body().path("data")).hasSize(7);
    JsonNode stream =
        fake.graph
            .get(
                "/v19.0/"
                    + post.id()
                    + "/comments?filter=stream&order=reverse_chronological&summary=true")
            .body();
    assertThat(stream.path("data")).hasSize(8);
    assertThat(stream.at("/data/0/message").asText()).isEqualTo("svar");
    assertThat(stream.at("/summary/total_count").asInt()).isEqualTo(8);
  }

  @Test
  void theFeedIsNewestFirstAndCanBeCutByTime() throws Exception {
    fake.clock.advance(Duration.ofHours(1));
    Post later = fake.platform.customer("Otto").writesPost(fake.page, "senare");
    JsonNode feed = fake.graph.get("/v19.0/me/feed").body();
    assertThat(feed.at("/data/0/id").asText()).isEqualTo(later.id());
    assertThat(feed.path("data")).hasSize(2);
    long since = later.created().getEpochSecond();
    assertThat(fake.graph.get("/v19.0/me/feed?since=" + since).body().path("data")).hasSize(1);
  }
}
