package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
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
  void eachVersionShowsWhatItsAuthorsBuildSays(Console console) {
    console.open("plugins");
    Locator versions = console.page().locator("table[aria-label=Versioner] tbody tr");
    assertThat(versions)
        .containsText(
            new String[] {
              "En rapport om annat innehåll",
              "Rapporten går inte att läsa",
              "Ingen rapport",
              "2 klarade, 1 ej kört, 1 undantag"
            });
    assertThat(versions.nth(1).locator("[lang=en]")).containsText("it is no JSON");
    assertThat(health(versions.nth(3), "good")).isVisible();
  }

  @Test
  void aReportOfWhichNothingPassedIsNotGoodAndOptOutsAreAlwaysCounted(Console console) {
    console
        .page()
        .route(
            url -> url.endsWith("/plugins"),
            route -> {
              APIResponse told = route.fetch();
              route.fulfill(
                  new Route.FulfillOptions()
                      .setResponse(told)
                      .setBody(told.text().replaceAll("\"(passed|optOuts)\":\\d+", "\"$1\":0")));
            });
    console.open("plugins");
    Locator version = tableRow(console, "Gå tillbaka");
    assertThat(version).containsText("0 klarade, 1 ej kört, 0 undantag");
    assertThat(health(version, "wait")).isVisible();
    assertThat(health(version, "good")).hasCount(0);
  }

  private static Locator health(Locator version, String standing) {
    return version.locator(".health--" + standing);
  }

  @Test
  void aDialogAndWhatIsWrittenInItOutliveAPageThatCannotBeRenewed(Console console) {
    console.open("plugins");
    console.button("Gå tillbaka …").click();
    console.page().getByLabel("Skäl").fill("Kunderna klagar.");
    console
        .page()
        .route(
            url -> url.endsWith("/plugins"),
            route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    console.gateway().happened("plugin", "svara-channel-facebook");
    assertThat(console.page().locator(".page .trouble")).containsText("Det gick inte att hämta.");
    assertThat(console.page().getByLabel("Skäl")).hasValue("Kunderna klagar.");
  }

  @Test
  void theNameOfAReportsButtonBeginsWithItsVisibleWords(Console console) {
    console.open("plugins");
    Locator report = console.page().getByLabel("Rapport … om svara-channel-facebook 0.2.0");
    assertThat(report).hasText("Rapport …");
  }

  @Test
  void theWholeReportBeginsWithWhatWasOptedOutOf(Console console) {
    console.open("plugins");
    console.page().getByLabel("Rapport … om svara-channel-facebook 0.2.0").focus();
    console.page().keyboard().press("Enter");
    Locator report = console.page().locator("dialog .report");
    assertThat(report.locator("p").first()).containsText("ingen garanti");
    assertThat(report.locator("dd").first())
        .hasText("The Graph API takes no key <img src=x onerror=alert(1)> of ours.");
    assertThat(report).containsText("polling");
    assertThat(report.locator("details")).hasCount(3);
    Locator delivery = report.locator("details").nth(1);
    assertThat(delivery.getByText("The same key twice is one text")).isHidden();
    delivery.locator("summary").focus();
    console.page().keyboard().press("Enter");
    assertThat(delivery.getByText("The same key twice is one text")).isVisible();
    assertThat(delivery).containsText("Ej kört");
    console.page().keyboard().press("Escape");
    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.page().getByLabel("Rapport … om svara-channel-facebook 0.2.0")).isFocused();
  }

  @Test
  void aReportAboutOtherBytesIsSaidToShowNothing(Console console) {
    console.open("plugins");
    console.page().getByLabel("Rapport … om svara-channel-facebook 0.1.0").click();
    assertThat(console.page().locator("dialog .trouble"))
        .containsText("den nämner svara-channel-facebook 0.0.7. Om den här jar-filen");
  }

  @Test
  void stepsAreSaidInTheReadersLanguageWhereTheyAreKnown(Console console) {
    console.open("plugins");
    assertThat(console.page().locator(".swap__steps li"))
        .containsText(
            new String[] {
              "Ratings are read again.",
              "svara-channel-facebook 0.2.0 är igång bredvid 0.1.0.",
              "What a newer server says."
            });
    assertThat(console.page().locator(".swap__steps [lang=en]"))
        .hasText("What a newer server says.");
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
