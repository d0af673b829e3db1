package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Writing an answer: the guard reads along, and only what is known is said of its sending. */
@InBrowser
class AnsweringTest {

  @Test
  void anAnswerIsShownAsSentOnlyOnceThePlatformHasIt(Console console) {
    String id = openCase(console, "public");
    console.composer().fill("Hej Karolina! Vi tittar på det.");
    assertThat(verdict(console)).containsText("har inget att invända");

    console.button("Skicka offentligt").click();

    assertThat(standing(console)).containsText("I kö för att skickas");
    assertThat(console.composer()).hasValue("");
    console.desk().replyBecomes(id, "sent", null);
    assertThat(standing(console)).hasText("Skickat");
  }

  @Test
  void whatTheGuardForbidsIsNotSentAndCanBeTakenOut(Console console) {
    String id = openCase(console, "public");
    console.composer().fill("Skicka 850101-1236 till oss");
    assertThat(verdict(console)).containsText("förbjuder");
    assertThat(console.page().locator(".marked--forbid")).hasText("850101-1236");

    console.composer().press("Control+Enter");
    assertThat(verdict(console)).isFocused();
    assertThat(console.desk().view(id).get("thread")).hasSize(1);

    console.button("Ta bort").click();
    assertThat(console.composer()).hasValue("Skicka  till oss");
    assertThat(verdict(console)).containsText("har inget att invända");
  }

  @Test
  void aTextSentBeforeTheGuardAnsweredIsStoppedByTheServersVerdict(Console console) {
    openCase(console, "public");
    console.composer().fill("850101-1236");
    console.composer().press("Control+Enter");

    assertThat(verdict(console)).containsText("förbjuder");
    assertThat(console.composer()).hasValue("850101-1236");
  }

  @Test
  void aPromiseGoesToASecondPerson(Console console) {
    openCase(console, "public");
    console.composer().fill("Vi garanterar det.");
    console.button("Skicka för godkännande").click();

    assertThat(standing(console)).containsText("väntar på en andra person");
    console.button("Återta").click();
    assertThat(standing(console)).containsText("aldrig skickat");
  }

  @Test
  void aSuggestionReplacesTheWordsItIsAbout(Console console) {
    openCase(console, "public");
    console.composer().fill("Det går tyvärr inte.");
    console.button("Använd ”vi ordnar det”").click();

    assertThat(console.composer()).hasValue("Det går vi ordnar det inte.");
  }

  @Test
  void withoutAGuardTheComposerSaysThatTheTextWillWait(Console console) {
    console.gateway().guardRuns(false);
    openCase(console, "public");
    console.composer().fill("Hej!");

    assertThat(verdict(console)).containsText("Ingen väktare är igång");
  }

  @Test
  void anAnswerThatMayHaveArrivedIsLeftToThePerson(Console console) {
    String id = openCase(console, "public");
    console.desk().colleagueAnswers(id, "kim", "Hej!");
    console.desk().replyBecomes(id, "unknown", "Plattformen svarade inte.");
    assertThat(standing(console)).containsText("Ingen vet ännu");
    assertThat(console.page().locator(".message--unsent")).hasCount(1);

    console.button("Det kom fram").click();

    assertThat(standing(console)).hasText("Skickat");
  }

  @Test
  void theRestIsCountedAsThePlatformCounts(Console console) {
    openCase(console, "private");
    console.composer().fill("👩‍👩‍👧‍👦é");

    assertThat(console.page().locator(".room")).hasText("198 tecken kvar");
    assertThat(console.page().locator(".window")).hasText("23 tim kvar att svara");
  }

  @Test
  void aNoteStaysInTheHouse(Console console) {
    String id = openCase(console, "public");
    console.page().keyboard().press("n");
    console.page().keyboard().type("850101-1236 är kundens nummer");
    console.page().keyboard().press("Control+Enter");

    assertThat(console.page().locator(".note")).containsText("är kundens nummer");
    assertThat(console.desk().view(id).at("/thread/1/visibility").asText()).isEqualTo("note");
  }

  @Test
  void aPublicMessageIsAnsweredInPrivate(Console console) {
    String id = openCase(console, "public");
    console.page().getByLabel("Fortsätt privat").check();
    console.composer().fill("Hej, skicka ditt kundnummer här.");
    console.button("Skicka privat").click();

    assertThat(console.page().locator(".border--private")).isVisible();
    assertThat(console.desk().view(id).at("/thread/1/visibility").asText()).isEqualTo("private");
  }

  @Test
  void whoWentOnInPrivateIsAnsweredInPrivateUnlessTheAgentChoosesOtherwise(Console console) {
    String id = openCase(console, "public");
    console.desk().customerWrites(id, "Mitt kundnummer är 1234.");
    console.desk().adjustMessage(id, 1, message -> message.put("visibility", "private"));
    console.desk().adjust(id, view -> view.withArray("capabilities").add("private-reply"));

    console.page().reload();

    assertThat(console.button("Skicka privat")).isVisible();
    console.page().getByLabel("Offentligt svar").check();
    assertThat(console.button("Skicka offentligt")).isVisible();
  }

  @Test
  void whileTheServerIsBusyTheTextIsKeptAndCanBeSentAgain(Console console) {
    openCase(console, "public");
    console.gateway().repliesBusy(true);
    console.composer().fill("Hej!");
    console.button("Skicka offentligt").click();
    assertThat(console.page().locator(".composer__notice")).containsText("Din text finns kvar");

    console.gateway().repliesBusy(false);
    console.button("Försök igen").click();

    assertThat(standing(console)).containsText("I kö");
    assertThat(console.page().locator(".composer__notice")).hasCount(0);
  }

  @Test
  void anAnswerThatGotThroughUnseenIsNotSentTwice(Console console) {
    String id = openCase(console, "public");
    console.gateway().cutEvents();
    console
        .page()
        .route(
            "**/replies",
            route -> {
              route.fetch();
              route.abort();
            });
    console.composer().fill("Bara en gång.");
    console.button("Skicka offentligt").click();
    assertThat(console.page().locator(".composer__notice")).containsText("gick inte att nå");

    console.button("Försök igen").click();

    assertThat(console.composer()).hasValue("");
    assertThat(console.desk().view(id).get("thread")).hasSize(2);
  }

  @Test
  void aDraftSurvivesAReload(Console console) {
    openCase(console, "public");
    console.composer().fill("Halvfärdigt");
    console.page().reload();

    assertThat(console.composer()).hasValue("Halvfärdigt");
  }

  private static String openCase(Console console, String visibility) {
    String id = console.desk().open("Karolina Ek", visibility, "Hej!", Duration.ofMinutes(4));
    console.open("inbox/open/" + id);
    assertThat(console.page().locator("#case-name")).isFocused();
    return id;
  }

  private static Locator verdict(Console console) {
    return console.page().locator(".verdict");
  }

  private static Locator standing(Console console) {
    return console.page().locator(".standing").last();
  }
}
