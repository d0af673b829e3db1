package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A day's work without a mouse. */
@InBrowser
class KeyboardTest {

  @Test
  void aCaseIsFoundAnsweredAndResolvedByKeyboardAlone(Console console) {
    String older = console.desk().open("Nils Holm", "public", "Hallå?", Duration.ofHours(2));
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ofHours(1));
    console.open("inbox/open");
    assertThat(console.row("Nils Holm")).isVisible();
    Keyboard keys = console.page().keyboard();

    keys.press("j");
    assertThat(console.row("Karolina Ek")).isFocused();
    keys.press("j");
    assertThat(console.row("Nils Holm")).isFocused();
    keys.press("Enter");
    assertThat(console.page().locator("#case-name")).isFocused();
    keys.press("a");
    assertThat(console.page().locator(".notice")).containsText("Tilldelat kim");
    keys.press("r");
    assertThat(console.composer()).isFocused();
    keys.type("Hej Nils, vi är här.");
    keys.press("Control+Enter");
    assertThat(console.page().locator(".standing")).containsText("I kö");
    keys.press("Escape");
    assertThat(console.page().locator("#case-name")).isFocused();
    keys.press("e");
    assertThat(console.page().locator(".head .state")).hasText("Löst");
    assertThat(console.row("Nils Holm")).hasCount(0);
    assertThat(console.desk().view(older).get("state").asText()).isEqualTo("resolved");

    keys.press("g");
    keys.press("r");
    assertThat(console.page().locator("h1")).hasText("Lösta");
    assertThat(console.row("Nils Holm")).isVisible();
  }

  @Test
  void shortcutsSleepWhileSomebodyTypes(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open/" + id);
    console.composer().click();
    console.page().keyboard().type("e a ? j / gi");

    assertThat(console.composer()).hasValue("e a ? j / gi");
    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.desk().view(id).get("state").asText()).isEqualTo("new");
    assertThat(console.desk().view(id).has("assignee")).isFalse();
  }

  @Test
  void whoTurnsSingleKeysOffHasThemForThemselves(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open/" + id);
    console.page().locator(".settings summary").click();
    console.page().getByLabel("Kortkommandon med en tangent").uncheck();
    console.page().locator("#case-name").focus();

    console.page().keyboard().type("e?a");
    console.page().keyboard().press("Escape");

    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.page().locator("#case-name")).hasCount(0);
    assertThat(console.desk().view(id).get("state").asText()).isEqualTo("new");
    assertThat(console.desk().view(id).has("assignee")).isFalse();

    console.page().reload();
    assertThat(console.row("Karolina Ek")).isVisible();
    console.page().locator(".settings summary").click();
    console.page().getByLabel("Kortkommandon med en tangent").check();
    console.page().locator(".settings summary").focus();
    console.page().keyboard().press("?");
    assertThat(console.page().locator("dialog h2")).hasText("Kortkommandon");
  }

  @Test
  void aPriorityIsChosenWithArrowsAndCountsWithEnterOrOnLeaving(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open/" + id);
    Locator priority = console.page().locator(".pick__priority");
    priority.focus();
    long before = console.desk().view(id).get("version").asLong();

    console.page().keyboard().press("ArrowUp");
    console.page().keyboard().press("ArrowUp");
    assertThat(priority).hasValue("1");
    assertThat(console.desk().view(id).get("version").asLong()).isEqualTo(before);
    console.page().keyboard().press("Enter");
    assertThat(console.page().locator(".pick__priority--1")).isVisible();
    assertThat(console.desk().view(id).get("version").asLong()).isEqualTo(before + 1);

    console.page().keyboard().press("ArrowDown");
    console.page().keyboard().press("Escape");
    assertThat(priority).hasValue("1");
    console.page().keyboard().press("ArrowDown");
    console.page().keyboard().press("Tab");
    assertThat(console.page().locator(".pick__priority--2")).isVisible();
    assertThat(console.desk().view(id).get("version").asLong()).isEqualTo(before + 2);
  }

  @Test
  void theOverviewOpensAndClosesAndGivesTheFocusBack(Console console) {
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();
    console.page().keyboard().press("j");
    console.page().keyboard().press("?");
    assertThat(console.page().locator("dialog h2")).hasText("Kortkommandon");

    console.page().keyboard().press("Escape");

    assertThat(console.page().locator("dialog")).hasCount(0);
    assertThat(console.row("Karolina Ek")).isFocused();
  }

  @Test
  void theFirstTabStopSkipsTheMenu(Console console) {
    console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();
    console.page().keyboard().press("Tab");
    assertThat(console.page().locator(".skip")).isFocused();
    console.page().keyboard().press("Enter");

    console.page().keyboard().press("Tab");

    assertThat(console.page().locator("#search")).isFocused();
  }

  @Test
  void tabReachesEverythingInACaseInTheOrderItIsRead(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ZERO);
    console.open("inbox/open/" + id);
    assertThat(console.page().locator("#case-name")).isFocused();

    StringBuilder stops = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      console.page().keyboard().press("Tab");
      stops.append(console.page().evaluate("document.activeElement.className || 'x'")).append(' ');
    }

    assertThat(stops.toString())
        .containsSubsequence("button--strong", "pick__priority", "thread", "x", "composer__send");
  }
}
