package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** An account that its platform does not serve is seen from every page. */
@InBrowser
class StoppedAccountsTest {

  @Test
  void theMenuCountsStoppedAccountsInWordsForThoseWhoListen(Console console) {
    console.open("inbox/open");
    assertThat(channels(console)).hasAccessibleName("Kanaler 1 stoppat konto");
    console.gateway().language("en");
    console.page().reload();
    assertThat(channels(console)).hasAccessibleName("Channels 1 stopped account");
  }

  @Test
  void anAccountThatIsStoppedOrResumedMeanwhileIsCountedWithoutReload(Console console) {
    console.open("inbox/open");
    assertThat(channels(console).locator(".nav-item__wrong")).isVisible();
    answer(console, "");
    console.gateway().happened("presence", "norrvik-lund");
    assertThat(channels(console)).hasAccessibleName("Kanaler");
    answer(console, ",\"fault\":\"The token expired.\"");
    console.gateway().happened("presence", "norrvik-lund");
    assertThat(channels(console)).hasAccessibleName("Kanaler 3 stoppade konton");
  }

  /** From now on every account stands so. */
  private static void answer(Console console, String fault) {
    console
        .page()
        .route(
            url -> url.endsWith("/accounts"),
            route -> {
              APIResponse told = route.fetch();
              String accounts =
                  told.text()
                      .replaceAll(",\"fault\":\"[^\"]*\"", "")
                      .replace(",\"waiting\":", fault + ",\"waiting\":");
              route.fulfill(new Route.FulfillOptions().setResponse(told).setBody(accounts));
            });
  }

  private static Locator channels(Console console) {
    return console.page().locator("#menu a[href$=presence]");
  }
}
