package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe finds nothing serious, in either theme. */
@InBrowser
class AccessibilityTest {

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nothingSeriousStandsInAnybodysWay(ColorScheme theme, Console console) {
    String id = Scene.fill(console.desk());
    console.with(options -> options.setColorScheme(theme).setViewportSize(1440, 900));

    console.open("inbox/open/" + id);
    // The customer spoke last in private; the guard has most to say in public.
    console.page().getByLabel("Offentligt svar").check();
    console.composer().fill("Vi garanterar det tyvärr, 850101-1236");
    assertThat(console.page().locator(".remark")).hasCount(3);
    inspect(console, "case");
    console.page().locator("#case-name").focus();
    console.page().keyboard().press("?");
    assertThat(console.page().locator("dialog")).isVisible();
    inspect(console, "help");
    console.page().keyboard().press("Escape");
    inspectLetters(console);
    for (String page : List.of("presence", "quarantine", "plugins")) {
      console.open(page);
      assertThat(console.page().locator("table").first()).isVisible();
      inspect(console, page);
    }
    console.page().getByLabel("Rapport … om svara-channel-facebook 0.2.0").click();
    console.page().locator(".report__family").first().locator("summary").click();
    inspect(console, "report");
    console.page().keyboard().press("Escape");
    console.open("guide/reference");
    assertThat(console.page().locator(".guide table").first()).isVisible();
    inspect(console, "guide");
    console.gateway().signedIn(false);
    console.page().reload();
    assertThat(console.page().locator("#user")).isVisible();
    inspect(console, "door");
  }

  private static void inspectLetters(Console console) {
    console.open("inbox/open/" + LetterScene.fill(console.gateway()));
    console.page().locator(".letter__readers summary").first().click();
    console.page().locator(".letter__folded summary").first().click();
    console.page().getByText("Som det kom").click();
    assertThat(console.page().frameLocator("iframe").locator("h2")).isVisible();
    console.page().locator("[name=to]").fill("ingen");
    console.page().locator(".enclosures input").setInputFiles(Path.of("pom.xml"));
    assertThat(console.page().locator(".enclosure")).isVisible();
    inspect(console, "letters");
    console.page().locator(".enclosure button").click();
    console.page().locator("[name=to]").fill("");
    console.open("presence");
    console.button("Prova inställningarna").click();
    assertThat(console.page().locator(".check__step")).hasCount(3);
    inspect(console, "check");
    console.page().keyboard().press("Escape");
  }

  private static void inspect(Console console, String where) {
    // Colours on their way from one to the other would be judged half-way.
    console.page().evaluate("Promise.all(document.getAnimations().map((a) => a.finished))");
    List<String> serious =
        new AxeBuilder(console.page())
            .setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .toList();
    assertThat(serious).as(where).isEmpty();
  }
}
