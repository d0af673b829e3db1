package io.svara.testing.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page by which an author acts on the fake platform. */
class ControlPageTest {
  private final Corner corner = new Corner();
  private final Happenings happenings = new Happenings();
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  private FakeServer server;

  @BeforeEach
  void opens() {
    server =
        new FakeServer(
            0,
            PlatformClock.stoppedAt(Instant.EPOCH),
            new Faults(),
            call -> Answer.seeOther("/control"),
            new ControlPage("Corner", happenings)::answer);
    server.start();
  }

  @AfterEach
  void closes() {
    server.close();
  }

  private String post(String path, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + "/control/" + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  private String live() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/control/live")).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void whatIsEnteredIsWrittenByACustomerOnThePlatformsOwnThread() throws Exception {
    assertThat(post("write", "text=%C3%96ppet%3F&where=PUBLIC")).contains("Corner, a fake");
    assertThat(corner.posts).isEmpty();
    happenings.carryOut(corner);
    assertThat(corner.posts)
        .singleElement()
        .satisfies(
            it -> assertThat(new String(it.body(), StandardCharsets.UTF_8)).isEqualTo("Öppet?"));
    assertThat(live()).contains("<b>anna</b> Öppet?");
  }

  @Test
  void callsMeetTheTroubleThatIsChosen() throws Exception {
    post("trouble", "kind=LOST_AFTER");
    happenings.carryOut(corner);
    assertThat(corner.met).containsExactly("3 LOST_AFTER");
  }

  @Test
  void whatTheFakeCannotDoIsSaidInItsWords() throws Exception {
    post("write", "text=Hej&where=PRIVATE");
    happenings.carryOut(corner);
    post("edit/1", "");
    happenings.carryOut(corner);
    assertThat(live()).contains("opt out of EDITS");
  }

  @Test
  void whatCustomersWriteIsNoPartOfThePage() throws Exception {
    post("write", "text=%3Cscript%3Ealert(1)%3C%2Fscript%3E&where=PRIVATE");
    happenings.carryOut(corner);
    assertThat(live()).contains("&lt;script>alert(1)").doesNotContain("<script");
  }
}
