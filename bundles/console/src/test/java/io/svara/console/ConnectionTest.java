package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Accounts that are connected by OAuth, on the page of channels. */
@InBrowser
class ConnectionTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final String NONE = "{\"id\":\"m\",\"title\":\"Microsoft\",\"state\":\"none\"}";
  private static final String CONNECTED =
      "{\"id\":\"m\",\"title\":\"Microsoft\",\"state\":\"connected\",\"as\":\"anna@example.org\","
          + "\"since\":\"2026-11-01T12:00:00Z\",\"until\":\"2027-02-01T12:00:00Z\"}";
  private static final String ENDING =
      "{\"id\":\"m\",\"title\":\"Microsoft\",\"state\":\"ending\",\"as\":\"anna@example.org\","
          + "\"since\":\"2026-09-01T12:00:00Z\",\"until\":\"2026-11-25T12:00:00Z\"}";
  private static final String FAILING =
      "{\"id\":\"m\",\"title\":\"Microsoft\",\"state\":\"failing\",\"as\":\"anna@example.org\","
          + "\"trouble\":{\"code\":\"away\",\"words\":\"No connection.\",\"since\":\"2026-11-20T12:00:00Z\"}}";
  private static final String ENDED =
      "{\"id\":\"m\",\"title\":\"Microsoft\",\"state\":\"ended\",\"as\":\"anna@example.org\","
          + "\"trouble\":{\"code\":\"invalid_grant\",\"words\":\"It renews it no more.\",\"since\":\"2026-11-20T12:00:00Z\"}}";

  @Test
  void anAccountThatIsNotConnectedIsSentToThePlatformByOnePress(Console console) {
    connections(console, NONE);
    List<String> begun = begins(console, "/#/guide");
    console.open("presence");

    assertThat(row(console)).containsText("Inte redo");
    row(console).getByText("Anslut med Microsoft").click();

    console.page().waitForURL("**/#/guide");
    assertThat(begun).containsExactly("POST");
  }

  @Test
  void aConnectedOneSaysAsWhomAndUntilWhen(Console console) {
    connections(console, CONNECTED);
    console.open("presence");

    assertThat(row(console)).containsText("Ansluten med Microsoft");
    assertThat(row(console)).containsText("som anna@example.org");
    assertThat(row(console)).containsText("2027");
    assertThat(row(console).getByText("Anslut igen")).isVisible();
  }

  @Test
  void oneThatHasEndedSaysWhyInTheLanguageSpokenAndIsReconnectedByOnePress(Console console) {
    console.gateway().language("en");
    connections(console, ENDED);
    List<String> begun = begins(console, "/#/guide");
    console.open("presence");

    assertThat(row(console)).containsText("The connection with Microsoft has ended");
    assertThat(row(console)).containsText("renews the access no more");
    row(console).getByText("Reconnect", new Locator.GetByTextOptions().setExact(true)).click();

    console.page().waitForURL("**/#/guide");
    assertThat(begun).containsExactly("POST");
  }

  @Test
  void anAddressThatIsNoWebPageIsNotGoneTo(Console console) {
    connections(console, NONE);
    begins(console, "javascript:document.title='pwned'");
    console.open("presence");

    row(console).getByText("Anslut med Microsoft").click();

    assertThat(console.page().locator(".notice")).isVisible();
    assertThat(console.page()).hasURL(java.util.regex.Pattern.compile(".*#/presence"));
  }

  @Test
  void disconnectingAsksBeforeAndSaysWhatThePlatformConfirmed(Console console) {
    connections(console, CONNECTED);
    List<String> asked = begins(console, "/");
    console.open("presence");

    row(console).getByText("Koppla från").click();
    assertThat(console.page().locator("dialog")).containsText("Koppla från norrvik");
    assertThat(asked).isEmpty();
    console.page().locator("dialog .button--grave").click();

    assertThat(console.page().locator(".notice")).containsText("inte bekräftat");
    assertThat(asked).containsExactly("DELETE");
  }

  @Test
  void allStandingsInBothLanguagesAndThemesWideAndNarrow(Console console) {
    connections(console, NONE, CONNECTED, ENDING, FAILING, ENDED);
    for (String language : new String[] {"sv", "en"}) {
      console.gateway().language(language);
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1440, 360}) {
          console.with(options -> options.setViewportSize(width, 900).setColorScheme(theme));
          connections(console, NONE, CONNECTED, ENDING, FAILING, ENDED);
          console.open("presence");
          assertThat(console.page().locator(".connection")).hasCount(5);
          assertThat(
                  (int)
                      console.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
              .isLessThanOrEqualTo(0);
          String name = language + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
          console
              .page()
              .screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(FOLDER.resolve("connection-" + name + ".png")));
        }
      }
    }
  }

  private static Locator row(Console console) {
    return console.page().locator("table tbody tr").first();
  }

  /** From now on there are accounts with these connections, and no others. */
  private static void connections(Console console, String... all) {
    console
        .page()
        .route(
            url -> url.endsWith("/api/v1/accounts"),
            route -> {
              List<String> accounts = new ArrayList<>();
              for (int i = 0; i < all.length; i++) {
                boolean ended = all[i].equals(ENDED);
                accounts.add(
                    "{\"name\":\"norrvik-"
                        + i
                        + "\",\"channel\":\"facebook\",\"platformId\":\"1\",\"settings\":{},"
                        + "\"secrets\":[],\"connector\":\"0.1.0\",\"waiting\":0,"
                        + (ended ? "\"fault\":\"It renews it no more.\"," : "")
                        + "\"connection\":"
                        + all[i]
                        + "}");
              }
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody("{\"accounts\":[" + String.join(",", accounts) + "]}"));
            });
  }

  /** Connecting leads there; what was asked is noted by method. */
  private static List<String> begins(Console console, String authorize) {
    List<String> asked = new ArrayList<>();
    console
        .page()
        .route(
            url -> url.endsWith("/connection"),
            route -> {
              asked.add(route.request().method());
              String there =
                  authorize.startsWith("/")
                      ? route.request().url().replaceFirst("/api/.*", authorize)
                      : authorize;
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          route.request().method().equals("POST")
                              ? "{\"authorize\":\"" + there + "\"}"
                              : "{\"withdrawn\":false}"));
            });
    return asked;
  }
}
