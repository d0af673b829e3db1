package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Takes the pictures in {@code target/screenshots}, and proves that each page comes up. */
@InBrowser
class PicturesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @Test
  void theDeskInLightAndDarkInSwedishAndEnglish(Console console) {
    String id = Scene.fill(console.desk());
    for (String language : new String[] {"sv", "en"}) {
      console.gateway().language(language);
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        console.with(options -> options.setViewportSize(1440, 900).setColorScheme(theme));
        String name = "case-" + language + "-" + theme.name().toLowerCase(Locale.ROOT);
        openCase(console, id);
        shoot(console, name);
      }
    }
  }

  @Test
  void lettersInLightAndDarkInSwedishAndEnglishWideAndNarrow(Console console) {
    String id = LetterScene.fill(console.gateway());
    for (String language : new String[] {"sv", "en"}) {
      console.gateway().language(language);
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String name = language + "-" + theme.name().toLowerCase(Locale.ROOT);
        console.with(options -> options.setViewportSize(1440, 1300).setColorScheme(theme));
        console.open("inbox/open/" + id);
        console.page().locator(".enclosures input").setInputFiles(Path.of("pom.xml"));
        assertThat(console.page().locator(".enclosure")).isVisible();
        console.page().locator(".letter__readers summary").first().click();
        console.page().locator(".letter__folded summary").first().click();
        shoot(console, "letter-" + name);
        console.page().locator(".letter__readers summary").first().click();
        console.page().locator(".letter__views button").last().click();
        assertThat(console.page().frameLocator("iframe").locator("h2")).isVisible();
        shoot(console, "letter-html-" + name);
        console.with(options -> options.setViewportSize(360, 740).setColorScheme(theme));
        console.open("inbox/open/" + id);
        console.page().locator(".letter__views button").last().click();
        assertThat(console.page().frameLocator("iframe").locator("h2")).isVisible();
        shoot(console, "letter-narrow-" + name);
        console.open("presence");
        console
            .page()
            .getByText(language.equals("sv") ? "Prova inställningarna" : "Try the settings")
            .click();
        assertThat(console.page().locator(".check__step")).hasCount(3);
        shoot(console, "check-" + name);
      }
    }
  }

  @Test
  void narrowScreensShowOneThingAtATime(Console console) {
    String id = Scene.fill(console.desk());
    console.with(options -> options.setViewportSize(360, 740));
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();
    shoot(console, "narrow-inbox");
    openCase(console, id);
    shoot(console, "narrow-case");
    console.page().locator(".sidebar__menu").click();
    shoot(console, "narrow-menu");
  }

  @Test
  void aSmallLaptopHasRoomForListAndCase(Console console) {
    String id = Scene.fill(console.desk());
    console.with(options -> options.setViewportSize(1100, 720));
    openCase(console, id);
    shoot(console, "laptop-case");
    console.composer().fill("");
    console.page().locator(".settings summary").click();
    console.button("Låt vila …").click();
    assertThat(console.page().locator("dialog")).isVisible();
    shoot(console, "laptop-snooze");
  }

  @Test
  void theOtherPages(Console console) {
    Scene.fill(console.desk());
    console.open("inbox/open");
    assertThat(console.row("Karolina Ek")).isVisible();
    shoot(console, "inbox");
    for (String page : new String[] {"presence", "deliveries", "quarantine", "plugins"}) {
      console.open(page);
      assertThat(console.page().locator("table").first()).isVisible();
      shoot(console, page);
    }
    console.open("presence");
    console.button("Lägg till konto").click();
    assertThat(console.page().locator("dialog")).isVisible();
    shoot(console, "presence-form");
    console.page().keyboard().press("Escape");
    console.page().keyboard().press("?");
    shoot(console, "help");
    console.gateway().signedIn(false);
    console.page().reload();
    assertThat(console.page().locator("#user")).isFocused();
    shoot(console, "sign-in");
  }

  @Test
  void whatABuildSaysInBothLanguagesAndThemesWideAndNarrow(Console console) {
    for (String language : new String[] {"sv", "en"}) {
      console.gateway().language(language);
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1440, 360}) {
          console.with(options -> options.setViewportSize(width, 900).setColorScheme(theme));
          String name = language + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
          console.open("plugins");
          Locator report = console.page().locator("button[aria-label*='0.2.0']");
          report.scrollIntoViewIfNeeded();
          shoot(console, "plugins-" + name);
          console
              .page()
              .locator("input[type=file]")
              .setInputFiles(
                  new FilePayload("svara-channel-facebook-0.3.0.jar", "any", new byte[0]));
          assertThat(console.page().locator("input[name=reason]")).isVisible();
          shoot(console, "upload-" + name);
          console.page().keyboard().press("Escape");
          report.click();
          console.page().locator(".report__family summary").nth(1).click();
          shoot(console, "report-" + name);
        }
      }
    }
  }

  private static void openCase(Console console, String id) {
    console.open("inbox/open/" + id);
    assertThat(console.page().locator(".border--private")).isVisible();
    console
        .composer()
        .fill(
            "Hej! Vi garanterar ersättning. Skicka 850101-1236 så ordnar vi det, tyvärr först i morgon.");
    assertThat(console.page().locator(".remark").first()).isVisible();
  }

  private static void shoot(Console console, String name) {
    console.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
