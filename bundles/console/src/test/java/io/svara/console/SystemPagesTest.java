package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Channels are set up, quarantine is emptied, without leaving the console. */
@InBrowser
class SystemPagesTest {

  @Test
  void anAccountIsAddedThroughTheConnectorsOwnForm(Console console) {
    console.open("presence");
    console.button("Lägg till konto").click();
    console.page().getByLabel("Namn").fill("norrvik-umea");
    console.page().getByLabel("Page id").fill("inte siffror");
    console.page().getByLabel("Page access token").fill("hemlig");
    console.button("Spara").click();
    assertThat(console.page().locator("dialog .trouble")).containsText("pageId has digits only");

    console.page().getByLabel("Page id").fill("104777");
    console.button("Spara").click();

    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(tableRow(console, "norrvik-umea")).containsText("Redo");
  }

  @Test
  void aSecretIsNeverShownAndMayBeLeftAsItIs(Console console) {
    console.open("presence");
    tableRow(console, "norrvik-lund").getByText("Ändra").click();
    Locator secret = console.page().getByLabel("Page access token");
    assertThat(secret).hasValue("");
    assertThat(secret).hasAttribute("placeholder", "behålls; skriv för att byta");

    console.button("Spara").click();

    assertThat(console.page().locator(".notice")).containsText("norrvik-lund är sparat");
  }

  @Test
  void anAccountIsRemovedOnlyAfterAsking(Console console) {
    console.open("presence");
    tableRow(console, "norrvik-lund").getByText("Ta bort").click();
    assertThat(console.page().locator("dialog")).containsText("Ta bort norrvik-lund?");

    console.page().locator("dialog .button--grave").click();

    assertThat(tableRow(console, "norrvik-lund")).hasCount(0);
  }

  @Test
  void quarantineTellsWhyAndReadsAgain(Console console) {
    console.open("quarantine");
    assertThat(tableRow(console, "d-2040")).containsText("No account has the page id 555123.");

    console.button("Läs igen").click();

    assertThat(console.page().locator(".empty")).hasText("Inget är i karantän.");
  }

  @Test
  void aJarIsKeptAndWaitsUntilItIsGivenTheWork(Console console) {
    console.open("plugins");
    console
        .page()
        .getByLabel("Ladda upp en jar-fil")
        .setInputFiles(
            new FilePayload(
                "any.jar",
                "application/java-archive",
                "svara-channel-facebook 0.3.0".getBytes(StandardCharsets.UTF_8)));

    assertThat(console.page().locator(".notice"))
        .containsText("svara-channel-facebook 0.3.0 är uppladdad");
    assertThat(tableRow(console, "0.3.0")).containsText("Ge den jobbet");
  }

  @Test
  void aSwapShowsHowFarItCameAndWhoWantedItWhy(Console console) {
    console.open("plugins");
    assertThat(console.page().locator(".way__step--done"))
        .containsText(new String[] {"Bestämt", "Igång bredvid", "Har jobbet"});
    assertThat(console.page().locator(".way__step")).hasCount(6);
    assertThat(console.page().locator(".swap__steps")).containsText("Ratings are read again.");
    assertThat(console.page().locator(".swap__steps")).containsText("kim");
  }

  private static Locator tableRow(Console console, String text) {
    return console.page().locator("tr").filter(new Locator.FilterOptions().setHasText(text));
  }
}
