package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

class ReportTest {
  @TempDir Path folder;

  @Test
  void itTellsEachOutcomeAndEveryOptOutWithItsReason() throws IOException {
    JsonNode report = reportOf(selectClass(VariedContract.class));
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("notRun").asInt()).isEqualTo(2);
    assertThat(report.path("passed").asInt()).isGreaterThan(60);
    assertThat(report.path("cases").findValuesAsText("reason"))
        .contains("opted out of WINDOWS: The window is always open.");
    assertThat(report.at("/optOuts").toString())
        .isEqualTo("[{\"feature\":\"WINDOWS\",\"reason\":\"The window is always open.\"}]");
    assertThat(Files.readString(folder.resolve("sound.html")))
        .contains("The window is always open.", "An answer after the window is refused")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void itSaysWhatWasTriedByWhichKit() throws IOException {
    JsonNode report = reportOf(selectClass(VariedContract.class));
    assertThat(report.path("format").asInt()).isEqualTo(1);
    assertThat(report.path("plugin").asText()).isEqualTo("conformance-sound");
    assertThat(report.path("version").asText()).isEqualTo("1.0.0");
    assertThat(report.path("content").asText()).matches("[0-9a-f]{64}");
    assertThat(report.path("kit").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void whatTravelsInTheJarIsTheSameInEveryRun() throws IOException {
    String first = enclosedAfter(selectClass(VariedContract.class));
    String second = enclosedAfter(selectClass(VariedContract.class));
    assertThat(second).isEqualTo(first);
    assertThat(first).isEqualTo(Files.readString(folder.resolve("sound.json")));
  }

  @Test
  void aRunOfSomeCasesDoesNotLookLikeOneOfAll() throws IOException {
    JsonNode all = reportOf(selectClass(VariedContract.class));
    JsonNode some =
        reportOf(
            selectMethod(
                VariedContract.class.getName(),
                "thePluginImportsTheApiAlone",
                "io.svara.testing.conformance.Trial"));
    assertThat(some.path("passed").asInt()).isEqualTo(1);
    assertThat(some.path("notRun").asInt()).isEqualTo(all.path("cases").size() - 1);
    assertThat(some.path("cases").findValuesAsText("reason")).contains("was left out of this run");
  }

  private JsonNode reportOf(DiscoverySelector selector) throws IOException {
    return new JsonMapper().readTree(enclosedAfter(selector));
  }

  private String enclosedAfter(DiscoverySelector selector) throws IOException {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selector)
        .configurationParameter(
            VariedContract.PARAMETER, DeclaredOtherwise.OPT_OUT_OF_WHAT_IS_DECLARED.name())
        .configurationParameter("svara.conformance.folder", folder.toString())
        .execute();
    return Files.readString(folder.resolve("jar/META-INF/svara/conformance.json"));
  }
}
