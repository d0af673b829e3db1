package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answering by letter: readers, subject, files; and handing letters on. */
@InBrowser
class ComposingLettersTest {

  private static String open(Console console) {
    String id = LetterScene.fill(console.gateway());
    console.open("inbox/open/" + id);
    assertThat(console.composer()).isVisible();
    return id;
  }

  private static Locator field(Console console, String name) {
    return console.page().locator(".composer [name=" + name + "]");
  }

  private static JsonNode sent(Console console, String id) {
    assertThat(console.page().locator(".message").nth(2)).isVisible();
    return console.desk().view(id).at("/thread/2");
  }

  private static Locator enclosures(Console console) {
    return console.page().locator(".enclosure");
  }

  private static FilePayload file(String name, String type, int bytes) {
    return new FilePayload(name, type, "a".repeat(bytes).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAnswerGoesToEverybodyWhoReadTheLetterButUs(Console console) {
    String id = open(console);
    assertThat(field(console, "to")).hasValue("karolina@kund.example");
    assertThat(field(console, "copies")).hasValue("ekonomi@kund.example");
    assertThat(field(console, "subject")).hasValue("Re: Fel på faktura 4711");
    assertThat(console.page().locator(".composer__reader"))
        .containsText("Det går till 2 adresser.");

    console.button("Hemlig kopia").click();
    field(console, "hiddenCopies").fill("chef@norrvik.example");
    console.composer().fill("Hej!");
    console.composer().press("Control+Enter");

    JsonNode letter = sent(console, id).get("letter");
    assertThat(letter.at("/to/0/platformId").asText()).isEqualTo("karolina@kund.example");
    assertThat(letter.at("/copies/0/platformId").asText()).isEqualTo("ekonomi@kund.example");
    assertThat(letter.at("/hiddenCopies/0/platformId").asText()).isEqualTo("chef@norrvik.example");
    assertThat(letter.get("subject").asText()).isEqualTo("Re: Fel på faktura 4711");
    assertThat(field(console, "to")).hasValue("karolina@kund.example");
  }

  @Test
  void whatIsNoAddressIsSaidAndNothingIsSent(Console console) {
    String id = open(console);
    field(console, "to").fill("karolina");
    console.composer().fill("Hej!");
    console.composer().press("Control+Enter");

    assertThat(console.page().locator(".letter__wrong")).containsText("”karolina” är ingen");
    assertThat(field(console, "to")).isFocused();
    field(console, "to").fill("");
    console.composer().press("Control+Enter");
    assertThat(console.page().locator(".composer__notice")).containsText("skriv vem det går till");
    assertThat(console.desk().view(id).get("thread")).hasSize(2);
  }

  @Test
  void filesAreUploadedNamedWarnedOfAndSent(Console console) {
    String id = open(console);
    console
        .page()
        .locator(".enclosures input")
        .setInputFiles(
            new FilePayload[] {file("avtal.pdf", "text/plain", 9), file("kör.exe", "", 20)});

    assertThat(enclosures(console)).hasCount(2);
    assertThat(enclosures(console).nth(1)).containsText("Ett program");
    assertThat(console.page().locator(".enclosures__hint")).hasText("29 B av högst 1,5 MB");
    console.button("Utelämna kör.exe").click();
    assertThat(enclosures(console)).hasCount(1);
    console.composer().fill("Se avtalet.");
    console.composer().press("Control+Enter");

    assertThat(sent(console, id).get("attachments")).hasSize(1);
    assertThat(console.gateway().letters().kept())
        .containsExactlyInAnyOrder("avtal.pdf", "kör.exe");
    assertThat(enclosures(console)).hasCount(0);
  }

  @Test
  void filesSurviveAReload(Console console) {
    open(console);
    console.page().locator(".enclosures input").setInputFiles(file("avtal.txt", "text/plain", 9));
    assertThat(console.page().locator(".enclosure progress")).hasCount(0);
    assertThat(enclosures(console)).containsText("avtal.txt");

    console.page().reload();

    assertThat(enclosures(console)).containsText("avtal.txt");
  }

  @Test
  void filesAreDroppedAndPasted(Console console) {
    open(console);
    String transfer =
        "(form) => { const d = new DataTransfer();"
            + " d.items.add(new File(['abc'], 'släppt.txt', {type: 'text/plain'}));"
            + " form.dispatchEvent(new DragEvent('drop', {dataTransfer: d, bubbles: true,"
            + " cancelable: true})); }";
    console.page().locator(".composer").evaluate(transfer);
    String paste =
        "(field) => { const d = new DataTransfer();"
            + " d.items.add(new File(['abc'], 'inklistrat.txt', {type: 'text/plain'}));"
            + " field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: d, bubbles: true,"
            + " cancelable: true})); }";
    console.composer().evaluate(paste);

    assertThat(enclosures(console)).hasCount(2);
    assertThat(enclosures(console).first()).containsText("släppt.txt");
    assertThat(enclosures(console).last()).containsText("inklistrat.txt");
  }

  @Test
  void moreThanALetterTakesIsSaidBeforeItIsSent(Console console) {
    String id = open(console);
    console
        .page()
        .locator(".enclosures input")
        .setInputFiles(
            new FilePayload[] {
              file("a.txt", "text/plain", 900_000), file("b.txt", "text/plain", 900_000)
            });
    assertThat(console.page().locator("svara-enclosures .trouble-text"))
        .containsText("högst 1,5 MB får följa med");
    console.composer().fill("Hej!");
    console.composer().press("Control+Enter");
    assertThat(console.desk().view(id).get("thread")).hasSize(2);

    console
        .page()
        .locator(".enclosures input")
        .setInputFiles(file("c.txt", "text/plain", 1_000_001));
    assertThat(enclosures(console).last()).containsText("För stor: en fil får ha 1 MB.");
  }

  @Test
  void aLetterIsHandedOnWithItsFiles(Console console) {
    String id = open(console);
    console.button("Vidarebefordra …").click();

    assertThat(field(console, "to")).isFocused();
    assertThat(field(console, "subject")).hasValue("Fwd: Fel på faktura 4711");
    assertThat(enclosures(console)).hasCount(4);
    assertThat(console.page().locator(".enclosure progress")).hasCount(0);
    field(console, "to").fill("ekonomi@norrvik.example");
    console.composer().press("Control+Enter");

    JsonNode sent = sent(console, id);
    assertThat(sent.at("/letter/to/0/platformId").asText()).isEqualTo("ekonomi@norrvik.example");
    assertThat(sent.get("text").asText())
        .contains("Vidarebefordrat brev", "Karolina Ek <karolina@kund.example>", "Storgatan 4");
    assertThat(sent.get("attachments")).hasSize(4);
  }

  @Test
  void aNoteHasNoReadersAndNoFiles(Console console) {
    open(console);
    console.page().getByLabel("Anteckning", new Page.GetByLabelOptions().setExact(true)).check();
    assertThat(field(console, "to")).hasCount(0);
    assertThat(console.page().locator(".enclosures")).hasCount(0);
  }
}
