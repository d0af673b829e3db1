package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    console.page().getByLabel("Skäl").fill("Läser betyg igen.");
    List<Route> held = new ArrayList<>();
    console.page().route(url -> url.contains("/plugins?"), held::add);
    console.button("Ladda upp").click();
    assertThat(console.page().locator("dialog progress")).isVisible();
    assertThat(held.get(0).request().url()).contains("why=L%C3%A4ser+betyg+igen.");
    held.get(0).resume();

    assertThat(console.page().locator(".notice"))
        .containsText("svara-channel-facebook 0.3.0 är uppladdad");
    assertThat(tableRow(console, "0.3.0")).containsText("Ge den jobbet");
  }

  @Test
  void anUploadThatIsCancelledIsStopped(Console console) {
    console.open("plugins");
    console
        .page()
        .getByLabel("Ladda upp en jar-fil")
        .setInputFiles(
            new FilePayload(
                "any.jar", "application/java-archive", "svara-x 0.3.0".getBytes(US_ASCII)));
    console.page().getByLabel("Skäl").fill("Nyare.");
    List<Request> stopped = new ArrayList<>();
    console.page().onRequestFailed(stopped::add);
    console.page().route(url -> url.contains("/plugins?"), route -> {});
    console.button("Ladda upp").click();
    assertThat(console.page().locator("dialog progress")).isVisible();

    console.button("Avbryt").click();

    console.page().waitForCondition(() -> !stopped.isEmpty());
    assertThat(stopped.get(0).url()).contains("/plugins?why=");
    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.page().locator(".notice")).hasCount(0);
  }

  @Test
  void aJarThatIsRefusedSaysWhyAndTheReasonStays(Console console) {
    console.open("plugins");
    console
        .page()
        .getByLabel("Ladda upp en jar-fil")
        .setInputFiles(
            new FilePayload("any.jar", "application/java-archive", "x 1".getBytes(US_ASCII)));
    console.page().getByLabel("Skäl").fill("Nyare.");
    console
        .page()
        .route(
            url -> url.contains("/plugins?"),
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\":\"This is no plugin.\"}")));
    console.button("Ladda upp").click();

    assertThat(console.page().locator("dialog .trouble")).containsText("This is no plugin.");
    assertThat(console.page().getByLabel("Skäl")).hasValue("Nyare.");
    assertThat(console.button("Ladda upp")).isEnabled();
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
    assertThat(versions.nth(1)).containsText("it is no JSON");
  }

  @Test
  void theWholeReportBeginsWithWhatWasOptedOutOf(Console console) {
    console.open("plugins");
    console.page().getByLabel("Rapport om svara-channel-facebook 0.2.0").focus();
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
    assertThat(console.page().getByLabel("Rapport om svara-channel-facebook 0.2.0")).isFocused();
  }

  @Test
  void aReportAboutOtherBytesIsSaidToShowNothing(Console console) {
    console.open("plugins");
    console.page().getByLabel("Rapport om svara-channel-facebook 0.1.0").click();
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
