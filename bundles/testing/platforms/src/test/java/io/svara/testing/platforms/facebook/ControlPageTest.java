package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlPageTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();
  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void thePageShowsThreadsAndEscapesWhatPeopleWrite() throws Exception {
    Post post =
        fake.platform.customer("Karolina").writesPost(fake.page, "<script>alert(1)</script>");
    fake.platform.pageComments(fake.page, post, "Hej Karolina");
    fake.platform.customer("Otto").messages(fake.page, "Mitt wifi är segt");
    String html = open("/control").body();
    assertThat(html)
        .contains("&lt;script&gt;alert(1)", "Hej Karolina", "Mitt wifi är segt")
        .doesNotContain("<script>alert(1)");
    assertThat(html).doesNotContain("{{", "https://");
  }

  @Test
  void aPersonWritesAsACustomer() throws Exception {
    assertThat(
            submit("write", "name=Karolina&act=message&text=Hej&page=" + fake.page.id())
                .statusCode())
        .isEqualTo(303);
    assertThat(fake.platform.conversation(fake.page, fake.platform.customer("Karolina")).messages())
        .hasSize(1);
    Post post = fake.platform.pagePosts(fake.page, "Hej");
    submit(
        "comment",
        "name=Otto&text=Hall%C3%A5&target=" + URLEncoder.encode(post.id(), StandardCharsets.UTF_8));
    assertThat(fake.platform.comments(post.id()))
        .extracting(Comment::message)
        .containsExactly("Hallå");
  }

  @Test
  void faultsAreSwitchedOnAndNeverMeetThePageItself() throws Exception {
    submit("fault", "kind=SERVER_ERROR&times=2");
    assertThat(open("/control").statusCode()).isEqualTo(200);
    assertThat(fake.graph.get("/v19.0/me").status()).isEqualTo(500);
    submit("nofaults", "");
    assertThat(fake.graph.get("/v19.0/me").status()).isEqualTo(200);
  }

  @Test
  void anotherSitesFormIsRefused() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(URI.create(fake.platform.baseUrl() + "/control/nofaults"))
            .header("Origin", "https://elsewhere.example")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(browser.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    HttpResponse<String> answer = submit("comment", "name=Otto&text=Hej&target=1_2");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("1_2 is not there any more");
  }

  private HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(fake.platform.baseUrl() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> submit(String action, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fake.platform.baseUrl() + "/control/" + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
