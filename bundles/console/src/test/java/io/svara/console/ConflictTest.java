package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two people at one case: the second is told, and loses nothing. */
@InBrowser
class ConflictTest {

  @Test
  void whoSendsAfterAColleagueSeesTheirAnswerFirstAndKeepsTheText(Console console) {
    String id = openCase(console);
    console.gateway().cutEvents();
    console.composer().fill("Mitt svar");
    console.desk().colleagueAnswers(id, "alex", "Alex var först");

    console.composer().press("Control+Enter");

    assertThat(console.page().locator(".composer__notice")).containsText("Inget skickades");
    assertThat(console.page().locator(".thread")).containsText("Alex var först");
    assertThat(console.composer()).hasValue("Mitt svar");
    assertThat(console.desk().view(id).get("thread")).hasSize(2);

    console.composer().press("Control+Enter");
    assertThat(console.page().locator(".thread")).containsText("Mitt svar");
  }

  @Test
  void anAnswerThatAppearsWhileWritingIsPointedOut(Console console) {
    String id = openCase(console);
    console.composer().fill("Mitt svar");

    console.desk().colleagueAnswers(id, "alex", "Alex var först");

    assertThat(console.page().locator(".composer__notice")).containsText("alex har svarat");
    assertThat(console.composer()).hasValue("Mitt svar");

    console.composer().press("Control+Enter");
    assertThat(console.page().locator(".composer__notice")).containsText("en gång till");
    assertThat(console.desk().view(id).get("thread")).hasSize(2);

    console.composer().press("Control+Enter");
    assertThat(console.page().locator(".thread")).containsText("Mitt svar");
  }

  @Test
  void aNewVersionThatChangesNothingForTheAgentIsNoConflict(Console console) {
    String id = openCase(console);
    console.gateway().cutEvents();
    console.desk().adjust(id, view -> view.put("undo", "something unseen"));
    console.composer().fill("Mitt svar");

    console.composer().press("Control+Enter");

    assertThat(console.page().locator(".thread")).containsText("Mitt svar");
    assertThat(console.page().locator(".composer__notice")).hasCount(0);
  }

  @Test
  void aMoveAfterAColleaguesMoveIsRefusedAndSaid(Console console) {
    String id = openCase(console);
    console.gateway().cutEvents();
    console.desk().adjust(id, view -> view.put("assignee", "alex"));

    console.button("Lös").click();

    assertThat(console.page().locator(".notice")).containsText("Någon annan har ändrat");
    assertThat(console.desk().view(id).get("state").asText()).isEqualTo("new");
  }

  private static String openCase(Console console) {
    String id = console.desk().open("Karolina Ek", "public", "Hej!", Duration.ofMinutes(4));
    console.open("inbox/open/" + id);
    assertThat(console.page().locator("#case-name")).isFocused();
    return id;
  }
}
