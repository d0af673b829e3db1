package io.svara.testing.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.Capability;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
            call -> new ControlPage("Corner", happenings, new Offers(corner)).answer(call));
    server.start();
  }

  @AfterEach
  void closes() {
    server.close();
  }

  /** Begins it; it is answered when it was carried out. */
  private CompletableFuture<String> begin(String path, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/control/" + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  private String post(String path, String form) throws Exception {
    CompletableFuture<String> answer = begin(path, form);
    while (!answer.isDone()) {
      happenings.awaitWish(Duration.ofMillis(5));
      happenings.carryOut(corner);
    }
    return answer.get();
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private String live() throws Exception {
    return get("/control/live");
  }

  @Test
  void whatIsEnteredIsWrittenByACustomerOnThePlatformsOwnThread() throws Exception {
    assertThat(post("write", "text=%C3%96ppet%3F&where=PUBLIC")).contains("Corner, a fake");
    assertThat(corner.posts)
        .singleElement()
        .satisfies(
            it -> assertThat(new String(it.body(), StandardCharsets.UTF_8)).isEqualTo("Öppet?"));
    assertThat(live()).contains("<b>anna</b> Öppet?");
  }

  @Test
  void nothingIsAnsweredBeforeItHasTakenEffect() throws Exception {
    CompletableFuture<String> answer = begin("revoke", "");
    assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(corner.met).isEmpty();
    happenings.carryOut(corner);
    assertThat(answer.get()).contains("Corner, a fake");
    assertThat(corner.met).containsExactly("revoked");
  }

  @Test
  void aWithdrawnTokenCanBeMadeGoodAgain() throws Exception {
    post("revoke", "");
    post("renew", "");
    assertThat(corner.met).containsExactly("revoked", "renewed");
    assertThat(get("/control")).contains("Make the token good again");
    assertThat(live()).contains("The token is good again");
  }

  @Test
  void callsMeetTheTroubleThatIsChosen() throws Exception {
    post("trouble", "kind=LOST_AFTER");
    assertThat(corner.met).containsExactly("3 LOST_AFTER");
  }

  @Test
  void whatTheFakeCannotDoIsSaidInItsWords() throws Exception {
    post("write", "text=Hej&where=PRIVATE");
    post("edit/1", "");
    assertThat(live()).contains("opt out of EDITS");
  }

  @Test
  void aFakeThatFailsIsSaidToHaveAndGoesOn() throws Exception {
    post("write", "text=Hej&where=PRIVATE");
    post("remove/1", "");
    assertThat(live()).contains("the fake has lost it");
    post("trouble", "kind=BROKEN");
    assertThat(corner.met).containsExactly("3 BROKEN");
  }

  @Test
  void whatThePlatformHasElsewhereIsNeitherOfferedNorDone() throws Exception {
    corner.elsewhere.put(Feature.EDITS, Visibility.PUBLIC);
    corner.optOuts.add(new OptOut(Feature.REACTIONS, "There are no likes."));
    post("write", "text=Hej&where=PRIVATE");
    assertThat(live())
        .contains("/control/again/1", "/control/remove/1")
        .doesNotContain("/control/edit/1", "/control/like/1");
    post("edit/1", "");
    assertThat(live())
        .contains("This cannot be done with it: the contract opts out of EDITS")
        .doesNotContain("changes it to");
  }

  @Test
  void onlyPlacesAndTokensThatThereAreAreOffered() throws Exception {
    corner.optOuts.add(new OptOut(Feature.EXPIRING_TOKENS, "Tokens do not expire."));
    assertThat(get("/control"))
        .contains("<option>PRIVATE</option>", "Withdraw the token")
        .doesNotContain("<option>PUBLIC</option>", "Let the token expire");
    corner.capabilities = Set.of(Capability.PUBLIC_REPLY);
    assertThat(get("/control"))
        .contains("<option>PUBLIC</option>")
        .doesNotContain("<option>PRIVATE</option>");
  }

  @Test
  void whatCustomersWriteIsNoPartOfThePage() throws Exception {
    post("write", "text=%3Cscript%3Ealert(1)%3C%2Fscript%3E&where=PRIVATE");
    assertThat(live()).contains("&lt;script>alert(1)").doesNotContain("<script");
  }
}
