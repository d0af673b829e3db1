package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The list keeps up with what happens, and nothing the agent does is disturbed by it. */
@InBrowser
class LiveInboxTest {

  @Test
  void aNewCaseAppearsWithoutReload(Console console) {
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();
    console.page().evaluate("window.mark = 'same page'");

    console.desk().open("Nils Holm", "public", "Är någon där?", Duration.ZERO);

    assertThat(console.row("Nils Holm")).containsText("Är någon där?");
    assertThat(console.page().evaluate("window.mark")).isEqualTo("same page");
    assertThat(console.page().locator(".nav-item[aria-current] .nav-item__count")).hasText("2");
  }

  @Test
  void theOpenCaseAndTheTextStayWhileOthersArrive(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open/" + id);
    console.composer().fill("Jag skriver just nu");

    console.desk().open("Nils Holm", "public", "Är någon där?", Duration.ZERO);

    assertThat(console.row("Nils Holm")).isVisible();
    assertThat(console.page().locator(".row[aria-current]")).containsText("Karolina Ek");
    assertThat(console.composer()).hasValue("Jag skriver just nu");
    assertThat(console.composer()).isFocused();
  }

  @Test
  void aCaseThatWasResolvedElsewhereLeavesTheQueue(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();

    console.desk().adjust(id, view -> view.put("state", "resolved"));

    assertThat(console.row("Karolina Ek")).hasCount(0);
  }

  @Test
  void aLostConnectionIsShownAndCaughtUp(Console console) {
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();

    console.gateway().cutEvents();
    assertThat(console.page().locator(".banner")).containsText("Anslutningen är bruten");
    console.desk().open("Nils Holm", "public", "Är någon där?", Duration.ZERO);
    console.gateway().restoreEvents();

    assertThat(console.row("Nils Holm")).isVisible();
    assertThat(console.page().locator(".banner")).hasCount(0);
  }

  @Test
  void searchFindsAcrossTheQueueAndOffersAllCases(Console console) {
    console.desk().open("Karolina Ek", "public", "Bredbandet är nere", Duration.ZERO);
    String done = console.desk().open("Nils Holm", "public", "Fakturan är fel", Duration.ZERO);
    console.desk().adjust(done, view -> view.put("state", "resolved"));
    console.open("inbox/open");

    console.page().locator("#search").fill("bredband");
    assertThat(console.page().locator(".row")).hasCount(1);
    console.page().locator("#search").fill("faktura");
    console.page().getByText("Sök i alla ärenden").click();

    assertThat(console.row("Nils Holm")).isVisible();
  }

  @Test
  void olderCasesAreLoadedWhileScrolling(Console console) {
    for (int i = 1; i <= 120; i++) {
      console.desk().open("Kund " + i, "public", "Hej", Duration.ofHours(i));
    }
    console.open("inbox/open");
    assertThat(console.page().locator(".row")).hasCount(50);

    console.page().locator(".list__scroll").evaluate("list => list.scrollTop = list.scrollHeight");

    assertThat(console.page().locator(".row")).hasCount(100);
  }

  @Test
  void waitingTimesKeepUpWithTheClock(Console console) {
    console.page().clock().install();
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ofSeconds(150));
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek").locator("time")).hasText("2 min");

    console.page().clock().fastForward(60_000);

    assertThat(console.row("Karolina Ek").locator("time")).hasText("3 min");
  }
}
