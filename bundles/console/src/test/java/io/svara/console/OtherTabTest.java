package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody signed in anew in another tab, so that this tab's token is old. */
@InBrowser
class OtherTabTest {

  @Test
  void theSameUserGoesOnWithoutNoticing(Console console) {
    String id = openCase(console);
    console.gateway().signedInElsewhere("kim");

    console.button("Lös").click();

    assertThat(console.page().locator(".head .state")).hasText("Löst");
    assertThat(console.desk().view(id).get("state").asText()).isEqualTo("resolved");
  }

  @Test
  void forAnotherUserThePageBeginsAnewAndNothingIsDone(Console console) {
    String id = openCase(console);
    console.gateway().signedInElsewhere("robin");

    console.button("Lös").click();

    assertThat(console.page().locator(".settings summary")).containsText("robin");
    assertThat(console.desk().view(id).get("state").asText()).isEqualTo("new");
  }

  private static String openCase(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ofMinutes(4));
    console.open("inbox/open/" + id);
    assertThat(console.page().locator("#case-name")).isFocused();
    return id;
  }
}
