package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  @Test
  void twoContractsOfOneConnectorMakeOneReportThatNamesBoth() throws IOException {
    run(some(Openly.class), some(Quietly.class));
    String one = enclosed();
    run(some(Quietly.class), some(Openly.class));
    assertThat(enclosed()).isEqualTo(one);
    JsonNode report = new JsonMapper().readTree(one);
    assertThat(report.at("/contracts/0").asText()).isEqualTo(Openly.class.getName());
    assertThat(report.at("/contracts/1").asText()).isEqualTo(Quietly.class.getName());
    assertThat(report.at("/optOuts").toString())
        .contains(
            "{\"feature\":\"WINDOWS\",\"reason\":\"ReportTest$Quietly: The window is always open.\"}");
    // Each case once: failed where one failed, passed where one passed, with what the other said.
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    JsonNode window = theCase(report, "anAnswerWithinTheWindowIsTaken");
    assertThat(window.path("outcome").asText()).isEqualTo("passed");
    assertThat(window.path("reason").asText())
        .isEqualTo(
            "ReportTest$Quietly (not run): opted out of WINDOWS: The window is always open.");
    assertThat(theCase(report, "aLostAnswerIsFoundAgain").path("reason").asText())
        .isEqualTo("was left out of this run");
    JsonNode optOut = theCase(report, "noOptOutIsOfWhatTheDescriptorOrTheClassTells");
    assertThat(optOut.path("outcome").asText()).isEqualTo("failed");
    assertThat(optOut.path("reason").asText()).startsWith("ReportTest$Quietly (failed): ");
    assertThat(report.path("cases").findValuesAsText("case")).doesNotHaveDuplicates();
    assertThat(Files.readString(folder.resolve("sound.html")))
        .contains(Openly.class.getName() + ", " + Quietly.class.getName());
  }

  @Test
  void anAuthorsOwnCasesAreNotTheContracts() throws IOException {
    run(some(Openly.class));
    assertThat(enclosed()).doesNotContain("anAuthorsOwnCase").contains("aLostAnswerIsFoundAgain");
  }

  private static JsonNode theCase(JsonNode report, String name) {
    for (JsonNode one : report.path("cases")) {
      if (one.path("case").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("No case is called " + name + ".");
  }

  /** Three cases of a contract, and one beside it. */
  private static List<DiscoverySelector> some(Class<?> contract) {
    return Stream.of(
            "anAnswerWithinTheWindowIsTaken",
            "noOptOutIsOfWhatTheDescriptorOrTheClassTells",
            "theLimitsAreThoseOfItsAnswers",
            "anAuthorsOwnCase")
        .<DiscoverySelector>map(
            name -> selectMethod(contract, name, "io.svara.testing.conformance.Trial"))
        .toList();
  }

  @SafeVarargs
  private void run(List<DiscoverySelector>... selectors) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(Stream.of(selectors).flatMap(List::stream).toArray(DiscoverySelector[]::new))
        .configurationParameter("svara.conformance.folder", folder.toString())
        .execute();
  }

  private String enclosed() throws IOException {
    return Files.readString(folder.resolve("jar/META-INF/svara/conformance.json"));
  }

  /** One contract of the connector, with a case of its author's own. */
  static class Openly extends NotPassedTest.Sound {
    @Test
    void anAuthorsOwnCase(Trial trial) {
      assertThat(trial.platform().account()).isEqualTo(FakeSound.SHOP);
    }
  }

  /** Another one. */
  static final class Quietly extends Openly {
    @Override
    public Set<OptOut> optOuts() {
      return Set.of(new OptOut(Feature.WINDOWS, "The window is always open."));
    }
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
    return enclosed();
  }
}
