package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 360 pixels wide: everything is there, nothing runs out at the side. */
@InBrowser
class NarrowTest {

  @Test
  void nothingScrollsSideways(Console console) {
    String id = Scene.fill(console.desk());
    String word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(3);
    String longest = console.desk().open(word, "public", word, Duration.ZERO);
    console.with(options -> options.setViewportSize(360, 740));

    for (String address :
        List.of(
            "inbox/open",
            "inbox/open/" + id,
            "inbox/open/" + longest,
            "presence",
            "deliveries",
            "quarantine",
            "plugins")) {
      console.open(address);
      assertThat(console.page().locator(".row, .head, table").last()).isAttached();
      assertThat(console.page().evaluate(WIDEST)).as(address).isEqualTo(List.of());
    }
  }

  @Test
  void aReportFitsANarrowScreen(Console console) {
    console.with(options -> options.setViewportSize(360, 740)).open("plugins");
    console.page().getByLabel("Rapport … om svara-channel-facebook 0.2.0").click();
    console.page().locator(".report__family").nth(1).locator("summary").click();
    assertThat(console.page().locator(".report__family").nth(1)).hasAttribute("open", "");
    assertThat(console.page().evaluate(WIDEST)).isEqualTo(List.of());
  }

  @Test
  void lettersFitANarrowScreen(Console console) {
    String id = LetterScene.fill(console.gateway());
    console.with(options -> options.setViewportSize(360, 740)).open("inbox/open/" + id);
    console.page().locator(".letter__readers summary").first().click();
    console.page().locator(".letter__folded summary").first().click();
    assertThat(console.page().locator(".letter__folded p").first()).isVisible();
    console.page().getByText("Som det kom").click();
    assertThat(console.page().locator("iframe")).isVisible();
    assertThat(console.page().evaluate(WIDEST)).isEqualTo(List.of());
    console.composer().focus();
    assertThat(console.page().locator("[name=copies]")).isVisible();
    assertThat(console.page().evaluate(WIDEST)).isEqualTo(List.of());
  }

  @Test
  void theListAndTheCaseTakeTurns(Console console) {
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.with(options -> options.setViewportSize(360, 740)).open("inbox/open");
    console.row("Karolina Ek").click();
    assertThat(console.composer()).isVisible();
    assertThat(console.row("Karolina Ek")).isHidden();

    console.button("Tillbaka till listan").click();

    assertThat(console.row("Karolina Ek")).isVisible();
  }

  // Names whatever sticks out, so that a failure says what to mend.
  private static final String WIDEST =
      """
      [...document.querySelectorAll("body *")]
        .filter((e) => !e.closest(".visually-hidden, svg, .table, .head__word"))
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .filter((e) => e.checkVisibility())
        .map((e) => e.tagName + "." + e.className)
        .concat(document.documentElement.scrollWidth > innerWidth ? ["page"] : [])
      """;
}
