package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Swedish and English, and the door in both. */
@InBrowser
class LanguageTest {

  @Test
  void theLanguageIsSwitchedAtOnceAndRemembered(Console console) {
    console.open("inbox/open");
    assertThat(console.page().locator("h1")).hasText("Alla öppna");

    console.page().locator(".settings summary").click();
    console.page().getByLabel("Språk").selectOption("en");

    assertThat(console.page().locator("h1")).hasText("All open");
    assertThat(console.page().locator("html")).hasAttribute("lang", "en");
    console.page().reload();
    assertThat(console.page().locator("h1")).hasText("All open");
  }

  @Test
  void theDoorSpeaksTheBrowsersLanguage(Console console) {
    console.gateway().signedIn(false);
    console.with(options -> options.setLocale("en-GB")).open("inbox/open");
    assertThat(console.page().locator("h1")).hasText("Sign in to Svara");

    console.page().getByText("Svenska").click();

    assertThat(console.page().locator("h1")).hasText("Logga in i Svara");
  }

  @Test
  void theLanguageChosenAtTheDoorGoesInWithTheUser(Console console) {
    console.gateway().signedIn(false);
    console.open("inbox/new");
    console.page().getByText("English").click();
    console.page().getByLabel("User name").fill("kim");
    console.page().getByLabel("Password").fill("norrsken");
    console.page().keyboard().press("Enter");

    assertThat(console.page().locator("h1")).hasText("New");
    console.page().reload();
    assertThat(console.page().locator("h1")).hasText("New");
  }

  @Test
  void aWrongPasswordIsSaidAndTheRightOneLetsIn(Console console) {
    console.gateway().signedIn(false);
    console.open("inbox/new");
    console.page().getByLabel("Användarnamn").fill("kim");
    console.page().getByLabel("Lösenord").fill("fel");
    console.page().keyboard().press("Enter");
    assertThat(console.page().locator("[role=alert]")).hasText("Fel användarnamn eller lösenord.");

    console.page().getByLabel("Lösenord").fill("norrsken");
    console.page().keyboard().press("Enter");

    assertThat(console.page().locator("h1")).hasText("Nya");
  }

  @Test
  void theThemeIsChosenAndKept(Console console) {
    console.open("inbox/open");
    console.page().locator(".settings summary").click();
    console.page().getByLabel("Utseende").selectOption("dark");
    console.page().reload();

    assertThat(console.page().locator("html")).hasAttribute("data-theme", "dark");
    Object ground = console.page().evaluate("getComputedStyle(document.body).backgroundColor");
    assertThat(ground).isEqualTo("rgb(19, 23, 24)");
  }

  @Test
  void signingOutLeavesNothingOnTheScreen(Console console) {
    console.open("inbox/open");
    console.page().locator(".settings summary").click();
    console.button("Logga ut").click();

    assertThat(console.page().locator("#user")).isFocused();
    assertThat(console.page().locator(".shell")).hasCount(0);
  }
}
