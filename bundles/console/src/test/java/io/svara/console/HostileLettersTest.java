package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.svara.console.stub.Letters.Layers;
import io.svara.console.stub.Stranger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile letters are read harmlessly: no script runs, no request leaves, no dialog opens, and the
 * console works on. Three layers stand in their way; each is shown to hold by itself, and the
 * letters are shown to be live when none is left.
 */
@InBrowser
class HostileLettersTest {
  @TempDir private Path folder;
  private Stranger stranger;
  private final List<String> dialogs = new ArrayList<>();

  @BeforeEach
  void listen() throws Exception {
    stranger = new Stranger(folder, LetterScene.PNG);
  }

  @AfterEach
  void stop() {
    stranger.close();
  }

  private Console watched(Console console) {
    console.with(options -> options.setIgnoreHTTPSErrors(true).setViewportSize(1280, 800));
    console
        .page()
        .onDialog(
            dialog -> {
              dialogs.add(dialog.message());
              dialog.dismiss();
            });
    return console;
  }

  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(HostileLetters.SCRIPTS);
    HostileLetters.FETCHES.forEach((name, letter) -> all.put("fetching " + name, letter));
    all.putAll(HostileLetters.OTHERS);
    return all;
  }

  /** The letter in a case of its own; gives the message's id. */
  private String arrive(Console console, String name, String letter, String address) {
    String id = console.desk().openLetter(name, "x@evil.example", name, "Hej");
    console.desk().adjustMessage(id, 0, m -> m.withObject("/letter").put("html", true));
    String message = console.desk().view(id).at("/thread/0/id").asText();
    console.gateway().letters().put(message, letter.replace("AT", address));
    return id;
  }

  /** Opens the case and shows the letter as it came; gives its frame, loaded. */
  private Frame show(Console console, String id) {
    Page page = console.page();
    console.open("inbox/open/" + id);
    Response document =
        page.waitForResponse(
            response -> response.url().contains("/document?theme"),
            () -> page.locator(".message").getByText("Som det kom").click());
    document.finished();
    Frame frame = page.locator("iframe").elementHandle().contentFrame();
    frame.waitForLoadState();
    settle(page);
    return frame;
  }

  /**
   * Whatever begins with the frame has begun: two pictures of the page, and a way to the server.
   */
  private static void settle(Page page) {
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
            + ".then(() => fetch('/api/v1/cases/counts'))");
  }

  private void nothingHappened(Console console, String name) {
    assertThat(dialogs).as(name).isEmpty();
    assertThat(stranger.requests()).as(name).isEmpty();
    assertThat(console.page().evaluate("window.hacked")).as(name).isNull();
    assertThat(console.page().context().pages()).as(name).hasSize(1);
    assertThat(console.page().url()).as(name).startsWith(console.gateway().url());
  }

  private static void worksOn(Console console, String name) {
    console.composer().fill("Svar på " + name);
    assertThat(console.composer()).hasValue("Svar på " + name);
    console.page().locator(".message").getByText("Text", exact()).click();
    assertThat(console.page().locator("iframe")).hasCount(0);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void everyHostileLetterIsReadHarmlessly(Console console) {
    watched(console);
    all()
        .forEach(
            (name, letter) -> {
              show(console, arrive(console, name, letter, stranger.plainUrl()));
              nothingHappened(console, name);
              worksOn(console, name);
            });
    // Nothing was left for the document's policy and the frame to stop: the cleaning took it all.
    assertThat(console.complaints()).isEmpty();
  }

  @Test
  void withoutCleaningTheDocumentsPolicyHolds(Console console) {
    watched(console);
    console.gateway().letters().layers(Layers.WITHOUT_CLEANING);
    all()
        .forEach(
            (name, letter) -> {
              show(console, arrive(console, name, letter, stranger.plainUrl()));
              nothingHappened(console, name);
            });
    assertThat(console.takeComplaints())
        .anyMatch(said -> said.contains("Blocked script execution"))
        .anyMatch(said -> said.contains("Content Security Policy") && said.contains("img-src"));
  }

  @Test
  void withTheFrameAloneNoScriptRunsAndThePixelIsFetched(Console console) {
    watched(console);
    console.gateway().letters().layers(Layers.FRAME_ALONE);
    HostileLetters.SCRIPTS.forEach(
        (name, letter) -> {
          show(console, arrive(console, name, letter, stranger.plainUrl()));
          assertThat(dialogs).as(name).isEmpty();
          assertThat(console.page().evaluate("window.hacked")).as(name).isNull();
          assertThat(stranger.requests()).as(name).doesNotContain("/ran");
        });
    for (String click : List.of("form", "link to the top", "script in a link")) {
      String letter = HostileLetters.OTHERS.get(click);
      Frame frame = show(console, arrive(console, click, letter, stranger.plainUrl()));
      frame.locator("#go").click();
      settle(console.page());
      assertThat(stranger.requests()).as(click).doesNotContain("/form", "/top");
      assertThat(console.page().url()).as(click).startsWith(console.gateway().url());
    }
    // The frame lets pictures through, so this shows that the stranger hears what is fetched.
    HostileLetters.FETCHES.forEach(
        (name, letter) -> {
          int before = stranger.requests().size();
          show(console, arrive(console, name, letter, stranger.plainUrl()));
          console.page().waitForCondition(() -> stranger.requests().size() > before);
        });
    assertThat(console.takeComplaints())
        .anyMatch(said -> said.contains("Blocked script execution"))
        .anyMatch(said -> said.contains("Blocked form submission"));
  }

  @Test
  void withNoLayerLeftTheScriptsOfTheSamplesRun(Console console) {
    watched(console);
    console.gateway().letters().layers(Layers.FRAME_ALONE);
    HostileLetters.SCRIPTS.forEach(
        (name, letter) -> {
          String id = arrive(console, name, letter, stranger.plainUrl());
          String message = console.desk().view(id).at("/thread/0/id").asText();
          int before = stranger.requests().size();
          console
              .page()
              .navigate(
                  console.gateway().url()
                      + "api/v1/cases/"
                      + id
                      + "/messages/"
                      + message
                      + "/document");
          console.page().waitForCondition(() -> stranger.requests().size() > before);
        });
    assertThat(stranger.requests()).contains("/ran");
    assertThat(dialogs).isNotEmpty();
    console.takeComplaints();
  }

  @Test
  void picturesAreFetchedOnceSomebodyAsksAndOnlyByTls(Console console) {
    watched(console);
    String secure = stranger.secureUrl();
    String letter =
        "<img src=\"AT/a.png\"><img srcset=\"AT/b.png 1x\"><p style=\"background:url(AT/c.png)\">";
    show(console, arrive(console, "Karolina Ek", letter, secure));
    assertThat(stranger.requests()).isEmpty();

    console.page().getByText("Visa 1 bild, från 127.0.0.1").click();

    console.page().waitForCondition(() -> !stranger.requests().isEmpty());
    settle(console.page());
    assertThat(stranger.requests()).containsExactly("/a.png");
  }

  @Test
  void aLetterOfTwoHundredPartsWithHostileNamesIsShown(Console console) {
    watched(console);
    String name = "<img src=x: onerror=hacked=1>\u202Efdp.exe";
    String id = console.desk().openLetter(name, name + "@evil.example", name.repeat(500), "Hej");
    console
        .desk()
        .adjustMessage(
            id,
            0,
            message -> {
              for (int i = 0; i < 200; i++) {
                message
                    .withArray("/attachments")
                    .addObject()
                    .put("kind", "file")
                    .put("title", "faktura\u202Egpj." + (i == 0 ? "exe" : "png"))
                    .put("kept", true)
                    .put("mediaType", name)
                    .put("bytes", i)
                    .put("inline", i > 100);
              }
            });
    console.open("inbox/open/" + id);

    assertThat(console.page().locator(".files").first().locator(".file")).hasCount(12);
    assertThat(console.page().locator(".files__more summary")).hasText("188 filer till");
    assertThat(console.page().locator(".file__name").first()).hasText("fakturagpj.exe");
    assertThat(console.page().locator(".file--program")).hasCount(1);
    console.composer().fill("Vi läser det.");
    assertThat(console.page().evaluate("window.hacked")).isNull();
  }

  @Test
  void aTextAsLongAsALibraryIsFoldedAndTheConsoleWorksOn(Console console) {
    watched(console);
    String id =
        console
            .desk()
            .openLetter(
                "Karolina Ek", "k@kund.example", "Långt", "Hej " + "\u202Eordet ".repeat(100_000));
    console.open("inbox/open/" + id);

    console.page().locator(".message__longer summary").waitFor();
    assertThat(console.page().locator(".message__longer summary")).containsText("tecken till");
    console.composer().fill("Kort svar");
    console.composer().press("Control+Enter");
    assertThat(console.page().locator(".message")).hasCount(2);
  }
}
