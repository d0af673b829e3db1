package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Giving a case to a colleague. */
@InBrowser
class AssigningTest {

  @Test
  void colleaguesAreProposedAndOneOfThemGetsTheCase(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ofMinutes(4));
    console.open("inbox/open/" + id);
    console.page().getByLabel("Tilldelat").selectOption("other");
    Locator proposed = console.page().locator("dialog datalist option");
    assertThat(proposed).hasCount(3);
    for (String name : List.of("alex", "kim", "robin")) {
      assertThat(console.page().locator("dialog option[value=" + name + "]")).hasCount(1);
    }

    console.page().locator("dialog input[name=user]").fill("alex");
    console.page().locator("dialog input[name=user]").press("Enter");

    assertThat(console.page().locator(".head select").first()).hasValue("same");
    assertThat(console.desk().view(id).get("assignee").asText()).isEqualTo("alex");
  }
}
