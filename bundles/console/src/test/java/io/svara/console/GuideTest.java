package io.svara.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The guide can be read without leaving the console, and leads nowhere that is not there. */
@InBrowser
class GuideTest {
  private static final Path GUIDE = Path.of("target", "classes", "web", "guide");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void fromTheMenuToASectionOfAChapter(Console console) {
    console.open("inbox/open");
    console.page().locator(".settings summary").click();
    console.page().getByText("Handbok").click();
    console.page().locator(".guide a").filter(text("Write a connector")).click();
    assertThat(console.page().locator("h1")).hasText("Write a connector");
    console.page().locator(".guide a[href$=what-few-connectors-need]").first().click();
    assertThat(console.page().locator("#what-few-connectors-need")).isFocused();
    assertThat(console.page().locator("#what-few-connectors-need")).isInViewport();
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  @Test
  void aChapterThatIsNotThereIsSaidSo(Console console) {
    console.open("guide/nowhere");
    assertThat(console.page().getByRole(AriaRole.ALERT))
        .containsText("Handboken har inget kapitel som heter nowhere.");
  }

  @Test
  void nothingRunsOutOfANarrowScreen(Console console) {
    console.with(options -> options.setViewportSize(360, 740));
    for (String chapter : List.of("README", "connector", "reference")) {
      console.open("guide/" + chapter);
      assertThat(console.page().locator(".guide")).isVisible();
      assertThat(console.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(chapter)
          .isEqualTo(true);
      console
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target/screenshots/narrow-guide-" + chapter + ".png")));
    }
  }

  @Test
  void onlyWhatScrollsIsATabStopAndIsNamedByItsHeading(Console console) {
    console.with(options -> options.setViewportSize(360, 740));
    console.open("guide/connector");
    assertThat(console.page().locator(".guide")).isVisible();
    assertThat(console.page().evaluate(SCROLLING)).isEqualTo(console.page().evaluate(STOPS));
    Locator stop = console.page().locator(".guide pre[tabindex='0']").first();
    assertThat(stop).hasRole(AriaRole.REGION);
    assertThat(stop).hasAttribute("aria-label", Pattern.compile("\\S"));

    console.page().setViewportSize(1440, 740);
    assertThat(console.page().locator(".guide pre:not([tabindex])").first()).isAttached();
    assertThat(console.page().evaluate(STOPS)).isEqualTo(console.page().evaluate(SCROLLING));
  }

  private static final String SCROLLING =
      """
      [...document.querySelectorAll(".guide :is(pre, .table)")]
        .map((part) => part.scrollWidth > part.clientWidth)
      """;

  private static final String STOPS =
      """
      [...document.querySelectorAll(".guide :is(pre, .table)")]
        .map((part) => part.matches("[role=region][aria-label][tabindex='0']"))
      """;

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    return chapters().stream()
        .flatMap(
            chapter ->
                links(chapter)
                    .map(
                        link ->
                            DynamicTest.dynamicTest(
                                chapter.getFileName() + " → " + link,
                                () -> assertThat(leads(chapter, link)).isTrue())));
  }

  private static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Stream<String> links(Path chapter) {
    return LINK.matcher(read(chapter)).results().map(found -> found.group(1));
  }

  private static boolean leads(Path chapter, String link) {
    if (link.startsWith("http")) {
      return true;
    }
    String file = link.replaceFirst("#.*", "");
    Path target = file.isEmpty() ? chapter : GUIDE.resolve(file);
    if (!Files.isRegularFile(target)) {
      return false;
    }
    return !link.contains("#") || anchors(target).contains(link.replaceFirst(".*#", ""));
  }

  private static List<String> anchors(Path chapter) {
    return HEADING
        .matcher(read(chapter))
        .results()
        .map((MatchResult found) -> found.group(1))
        .map(
            heading ->
                heading
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                    .strip()
                    .replaceAll("\\s", "-"))
        .collect(Collectors.toList());
  }

  private static String read(Path chapter) {
    try {
      return Files.readString(chapter);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }
}
