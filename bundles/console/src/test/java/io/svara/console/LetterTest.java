package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading letters: what was written first, everything else one step away. */
@InBrowser
class LetterTest {

  private static Locator first(Console console) {
    String id = LetterScene.fill(console.gateway());
    console.open("inbox/open/" + id);
    return console.page().locator(".message").first();
  }

  @Test
  void subjectReadersAndMarksAreThere(Console console) {
    Locator letter = first(console);

    assertThat(letter.locator(".letter__subject")).hasText("Fel på faktura 4711");
    assertThat(letter.locator(".letter__readers summary"))
        .hasText("till support@norrvik.example och 2 till");
    letter.locator(".letter__readers summary").click();
    assertThat(letter.locator(".letter__readers dl"))
        .containsText("Karolina Ek <karolina@kund.example>");
    assertThat(letter.locator(".letter__readers dl"))
        .containsText("Ekonomi, Kund AB <ekonomi@kund.example>");
    assertThat(letter.locator(".chip")).hasCount(2);
    assertThat(letter.locator(".letter__marks"))
        .containsText("Signaturen kontrollerades inte här.");
    assertThat(console.page().locator(".head__subject")).hasText("Fel på faktura 4711");
  }

  @Test
  void whatWasQuotedUnfolds(Console console) {
    Locator letter = first(console);
    Locator folded = letter.locator(".letter__folded p");
    assertThat(folded).isHidden();

    letter.getByLabel("Citat och signatur").press("Enter");

    assertThat(folded).isVisible();
    assertThat(folded).containsText("Storgatan 4, Norrvik");
  }

  @Test
  void itIsShownAsItCameAndPicturesOnlyWhenAsked(Console console) {
    List<String> asked = new ArrayList<>();
    console
        .page()
        .route(
            "https://mail.example/**",
            route -> {
              asked.add(route.request().url());
              route.abort();
            });
    Locator letter = first(console);
    letter.getByText("Som det kom").click();
    FrameLocator frame = letter.frameLocator("iframe");

    assertThat(frame.locator("h2")).hasText("Fel på faktura 4711");
    assertThat(frame.locator(".svara-host")).hasText("[faktura.example.net]");
    assertThat(frame.locator(".svara-picture")).hasText("Logotyp");
    assertThat(letter.locator("iframe"))
        .hasAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
    assertThat(console.gateway().letters().cookies()).containsOnly("stub=1");
    assertThat(asked).isEmpty();

    letter.getByText("Visa 2 bilder, från mail.example").click();

    assertThat(frame.locator("img")).hasCount(2);
    console.page().waitForCondition(() -> asked.size() == 2);
    assertThat(letter.getByText("Visa 2 bilder, från mail.example")).hasCount(0);
  }

  @Test
  void filesAreNamedSavedAndPicturesSeen(Console console) {
    Locator letter = first(console);

    assertThat(letter.locator(".file").nth(0)).containsText("faktura 4711.pdf");
    assertThat(letter.locator(".file").nth(0)).containsText("PDF · 182,3 kB");
    assertThat(letter.locator(".file").nth(2)).containsText("winmail.dat, Outlooks eget format");
    assertThat(letter.locator(".file").nth(3)).containsText("Det här är ett program.");
    Locator picture = letter.locator(".file__picture");
    assertThat(picture).hasCount(1);
    picture.scrollIntoViewIfNeeded();
    console.page().waitForCondition(() -> (int) picture.evaluate("p => p.naturalWidth") == 1);
    Download saved = console.page().waitForDownload(() -> letter.locator(".file a").nth(3).click());
    assertThat(saved.url()).endsWith("/files/3");
  }

  @Test
  void aPictureThatIsNoneIsAFileLikeOthers(Console console) {
    String id = LetterScene.fill(console.gateway());
    String message = console.desk().view(id).at("/thread/0/id").asText();
    console
        .gateway()
        .letters()
        .files(message, new byte[9], "<svg onload='x()'/>".getBytes(), new byte[9], new byte[9]);
    console.open("inbox/open/" + id);
    Locator chip = console.page().locator(".file").nth(1);
    chip.scrollIntoViewIfNeeded();

    assertThat(chip.locator(".icon")).isVisible();
    assertThat(chip.locator("img")).hasCount(0);
  }

  @Test
  void whatDidNotArriveIsSaidWithWhatToDo(Console console) {
    first(console);
    Locator news = console.page().locator(".message--ours .letter__undelivered");

    assertThat(news).containsText("Kom inte fram till karolina@kund.example");
    assertThat(news).containsText("5.1.1");
    assertThat(news).containsText("Kontrollera adressen");
  }

  @Test
  void tryingTheSettingsTellsEachStep(Console console) {
    console.open("presence");
    console.button("Prova inställningarna").click();
    Locator dialog = console.page().locator("dialog");

    assertThat(dialog.locator(".check__step")).hasCount(3);
    assertThat(dialog.locator(".health--bad")).hasCount(1);
    assertThat(dialog).containsText("Något är fel.");
    assertThat(dialog.locator(".check__step").last()).containsText("app password");
  }
}
