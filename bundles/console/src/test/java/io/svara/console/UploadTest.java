package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A jar is sent: how far it is, what became of it, and what a cancelled upload may have left. */
@InBrowser
class UploadTest {
  private static final Predicate<String> JARS = url -> url.contains("/plugins?");

  @Test
  void aJarIsKeptAndWaitsUntilItIsGivenTheWork(Console console) {
    choose(console);
    List<Route> held = new ArrayList<>();
    console.page().route(JARS, held::add);
    console.button("Ladda upp").click();
    assertThat(console.page().locator("dialog progress")).isVisible();
    assertThat(held.get(0).request().url()).contains("why=L%C3%A4ser+betyg+igen.");
    held.get(0).resume();

    assertThat(console.page().locator(".notice"))
        .containsText("svara-channel-facebook 0.3.0 är uppladdad");
    assertThat(row(console, "0.3.0")).containsText("Ge den jobbet");
  }

  @Test
  void anUploadThatIsCancelledIsStopped(Console console) {
    choose(console);
    List<Request> stopped = new ArrayList<>();
    console.page().onRequestFailed(stopped::add);
    console.page().route(JARS, route -> {});
    console.button("Ladda upp").click();
    assertThat(console.page().locator("dialog progress")).isVisible();

    console.button("Avbryt").click();

    console.page().waitForCondition(() -> !stopped.isEmpty());
    assertThat(stopped.get(0).url()).contains("/plugins?why=");
    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.page().locator(".notice")).hasCount(0);
  }

  @Test
  void anUploadThatIsCancelledWhileTheTokenIsRenewedIsNotSentAgain(Console console) {
    choose(console);
    List<Request> sent = new ArrayList<>();
    console.page().onRequest(request -> sent.add(request));
    List<Route> renewals = new ArrayList<>();
    console.page().route(url -> url.endsWith("/session"), renewals::add);
    console.gateway().signedInElsewhere("kim");
    console.button("Ladda upp").click();
    console.page().waitForCondition(() -> !renewals.isEmpty());

    console.button("Avbryt").click();
    assertThat(console.page().locator("dialog")).hasCount(0);
    Response renewed = console.page().waitForResponse("**/session", () -> renewals.get(0).resume());
    renewed.finished();
    console.page().evaluate("fetch('/favicon.svg').then((answer) => answer.text())");

    assertThat(sent).filteredOn(request -> JARS.test(request.url())).hasSize(1);
    assertThat(console.page().locator(".notice")).hasCount(0);
    assertThat(row(console, "0.3.0")).hasCount(0);
  }

  @Test
  void whoCancelsWhenAllIsSentHearsThatTheJarMayHaveBeenKept(Console console) {
    choose(console);
    console.gateway().looksIntoJarsForLong();
    console.button("Ladda upp").click();
    assertThat(console.page().locator("dialog .upload")).containsText("Jar-filen granskas …");

    console.button("Avbryt").click();

    assertThat(console.page().locator(".notice"))
        .containsText("Hela any.jar var skickad när uppladdningen avbröts. Den kan ha sparats");
  }

  @Test
  void thePhasesOfAnUploadAreSpokenAndTheFocusStaysWhereItWas(Console console) {
    choose(console);
    console.gateway().looksIntoJarsForLong();
    Locator status = console.page().locator("dialog [role=status]");
    assertThat(status).hasText("");
    console.button("Ladda upp").focus();
    console.page().keyboard().press("Enter");

    assertThat(status).hasText("Jar-filen granskas …");
    assertThat(console.button("Ladda upp")).isFocused();
    assertThat(console.button("Ladda upp")).hasAttribute("aria-disabled", "true");
  }

  @Test
  void whileAJarIsSentItIsNotSentASecondTime(Console console) {
    choose(console);
    List<Route> held = new ArrayList<>();
    console.page().route(JARS, held::add);
    console.button("Ladda upp").click();
    console.page().waitForCondition(() -> !held.isEmpty());

    console.button("Ladda upp").focus();
    console.page().keyboard().press("Enter");
    held.get(0).resume();

    assertThat(row(console, "0.3.0")).isVisible();
    assertThat(held).hasSize(1);
  }

  @Test
  void anUploadGoesOnWhileThePageCannotBeRenewed(Console console) {
    choose(console);
    List<Route> held = new ArrayList<>();
    console.page().route(JARS, held::add);
    console.button("Ladda upp").click();
    console.page().waitForCondition(() -> !held.isEmpty());
    console
        .page()
        .route(
            url -> url.endsWith("/plugins"),
            route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    console.gateway().happened("plugin", "svara-channel-facebook");
    assertThat(console.page().locator(".page .trouble")).containsText("Det gick inte att hämta.");

    held.get(0).resume();

    assertThat(console.page().locator(".notice"))
        .containsText("svara-channel-facebook 0.3.0 är uppladdad");
  }

  @Test
  void aJarThatIsRefusedSaysWhyAndTheReasonStays(Console console) {
    choose(console);
    console
        .page()
        .route(
            JARS,
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\":\"This is no plugin.\"}")));
    console.button("Ladda upp").click();

    assertThat(console.page().locator("dialog .trouble")).containsText("This is no plugin.");
    assertThat(console.page().getByLabel("Skäl")).hasValue("Läser betyg igen.");
    assertThat(console.button("Ladda upp")).hasAttribute("aria-disabled", "false");
  }

  /** Opens the dialog with a jar, and writes a reason. */
  private static void choose(Console console) {
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
  }

  private static Locator row(Console console, String text) {
    return console.page().locator("tr").filter(new Locator.FilterOptions().setHasText(text));
  }
}
