package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.svara.testing.platforms.Fault;
import io.svara.testing.platforms.RecordedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphFaultsTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();
  private Post post;

  @BeforeEach
  void aPost() {
    post = fake.platform.pagePosts(fake.page, "Hej");
  }

  @Test
  void aRefusalHasNoEffectAndEnds() throws Exception {
    fake.platform.faults().arm(fake.platform.refusal(GraphError.pageLimit().withStatus(429)), 1);
    Graph.Reply refused = comment();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.errorCode()).isEqualTo(32);
    assertThat(fake.platform.comments(post.id())).isEmpty();
    assertThat(comment().status()).isEqualTo(200);
  }

  @Test
  void aServerErrorMayHideThatItHappened() throws Exception {
    fake.platform
        .faults()
        .arm(new Fault.FailAfter(GraphError.serviceUnavailable().answer("trace")), 1);
    assertThat(comment().status()).isEqualTo(500);
    assertThat(fake.platform.comments(post.id())).hasSize(1);
  }

  @Test
  void aLateAnswerComesAfterTheEffect() {
    fake.platform.faults().arm(new Fault.Late(Duration.ofSeconds(30)), 1);
    HttpRequest request =
        fake.graph
            .request("/v19.0/" + post.id() + "/comments?message=Hej")
            .timeout(Duration.ofMillis(300))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(
            () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
    await().untilAsserted(() -> assertThat(fake.platform.comments(post.id())).hasSize(1));
  }

  @Test
  void aDropBeforeHasNoEffect() {
    fake.platform.faults().arm(new Fault.DropBefore(), 1);
    assertThatExceptionOfType(IOException.class).isThrownBy(this::comment);
    assertThat(fake.platform.comments(post.id())).isEmpty();
  }

  @Test
  void aDropAfterHasOne() {
    fake.platform.faults().arm(new Fault.DropAfter(), 1);
    assertThatExceptionOfType(IOException.class).isThrownBy(this::comment);
    assertThat(fake.platform.comments(post.id())).hasSize(1);
    assertThat(fake.platform.requests()).extracting(RecordedRequest::status).containsExactly(0);
  }

  @Test
  void aFaultMayConcernSomeCallsOnly() throws Exception {
    fake.platform
        .faults()
        .arm(fake.platform.refusal(GraphError.blocked()), 1, call -> call.method().equals("POST"));
    assertThat(fake.graph.get("/v19.0/me").status()).isEqualTo(200);
    assertThat(comment().errorCode()).isEqualTo(368);
  }

  @Test
  void thePagesLimitIsToldInTheHeader() throws Exception {
    fake.platform.limitPagesTo(2);
    assertThat(comment().raw().headers().firstValue("X-Business-Use-Case-Usage").orElseThrow())
        .contains(fake.page.id(), "\"type\":\"pages\"", "\"call_count\":50");
    comment();
    Graph.Reply limited = comment();
    assertThat(limited.errorCode()).isEqualTo(32);
    assertThat(limited.raw().headers().firstValue("X-Business-Use-Case-Usage").orElseThrow())
        .contains("\"estimated_time_to_regain_access\":61");
    assertThat(fake.graph.postJson("/v19.0/me/messages", "{}").errorCode()).isEqualTo(613);
    fake.clock.advance(Duration.ofMinutes(61));
    assertThat(comment().status()).isEqualTo(200);
  }

  @Test
  void theAppsLimitIsAnErrorOfItsOwn() throws Exception {
    fake.platform.limitAppTo(1);
    assertThat(comment().raw().headers().firstValue("X-App-Usage").orElseThrow())
        .contains("\"call_count\":100");
    assertThat(comment().errorCode()).isEqualTo(4);
  }

  @Test
  void requestsAreLoggedWithoutTokens() throws Exception {
    new Graph(fake.platform.baseUrl(), "ignored")
        .open(fake.platform.baseUrl() + "/v19.0/me?access_token=" + fake.page.accessToken());
    assertThat(fake.platform.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).isEqualTo("/v19.0/me");
              assertThat(request.toString()).doesNotContain(fake.page.accessToken());
            });
  }

  private Graph.Reply comment() throws IOException, InterruptedException {
    return fake.graph.postForm("/v19.0/" + post.id() + "/comments", "message", "Hej");
  }
}
