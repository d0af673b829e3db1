package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strangers write is text, and their servers hear nothing of us. */
@InBrowser
class HostileContentTest {
  private static final String NAME = "<img src=x onerror=window.hacked=1>\u202Egnorw";
  private static final String TEXT =
      "<script>window.hacked=1</script> \u202Eevil ${window.hacked=1} <svara-app></svara-app>";

  @Test
  void namesTextsAndTagsStayText(Console console) {
    String id = console.desk().open(NAME, "public", TEXT, Duration.ZERO);
    console.desk().adjust(id, view -> view.withArray("tags").add("<b>fet</b>"));
    console.open("inbox/open/" + id);

    assertThat(console.page().locator(".thread .message__text")).hasText(TEXT);
    assertThat(console.page().locator("#case-name")).hasText(NAME);
    assertThat(console.page().locator(".tag--edit bdi")).hasText("<b>fet</b>");
    assertThat(console.page().locator(".inbox img, .inbox b, .inbox svara-app")).hasCount(0);
    assertThat(console.page().evaluate("window.hacked")).isNull();
  }

  @Test
  void onlyWebAddressesBecomeLinks(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Se bilaga", Duration.ZERO);
    console
        .desk()
        .adjustMessage(
            id,
            0,
            message -> {
              message.put("link", "javascript:window.hacked=1");
              message
                  .withArray("attachments")
                  .addObject()
                  .put("kind", "file")
                  .put("title", "klicka")
                  .put("url", "javascript:window.hacked=1");
            });
    console.open("inbox/open/" + id);

    assertThat(console.page().locator(".attachment")).hasText("klicka");
    assertThat(console.page().locator(".thread a")).hasCount(0);
  }

  @Test
  void aPictureIsALinkAndIsNotFetchedIntoThePage(Console console) {
    List<String> fetched = new ArrayList<>();
    console
        .page()
        .route(
            "https://example.org/**",
            route -> {
              fetched.add(route.request().url());
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("image/svg+xml")
                      .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
            });
    String id = console.desk().open("Karolina Ek", "public", "Titta", Duration.ZERO);
    console
        .desk()
        .adjustMessage(
            id,
            0,
            message ->
                message
                    .withArray("attachments")
                    .addObject()
                    .put("kind", "image")
                    .put("url", "https://example.org/spy.svg"));
    console.open("inbox/open/" + id);
    Locator link = console.page().locator(".attachment a");
    assertThat(link).hasAttribute("href", "https://example.org/spy.svg");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(console.page().locator(".attachment button, .attachment img")).hasCount(0);
    assertThat(fetched).isEmpty();
  }

  @Test
  void whatWasChangedRemovedHiddenOrDestroyedIsShownAsSuch(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Nytt ord", Duration.ZERO);
    console
        .desk()
        .adjustMessage(
            id,
            0,
            message -> {
              message.withArray("edited").add("Gammalt ord");
              message.put("removed", "2026-11-20T10:00:00Z").put("hidden", true);
            });
    console.desk().customerWrites(id, "hemligt");
    console.desk().adjustMessage(id, 1, message -> message.put("redacted", true).put("text", ""));
    console.open("inbox/open/" + id);

    console.page().getByText("Ändrat, 1 tidigare lydelse").click();
    assertThat(console.page().getByText("Gammalt ord")).isVisible();
    assertThat(console.page().locator(".message").first()).containsText("Borttaget på plattformen");
    assertThat(console.page().locator(".message").first()).containsText("Dolt:");
    assertThat(console.page().locator(".message").last()).containsText("har förstörts");
  }
}
