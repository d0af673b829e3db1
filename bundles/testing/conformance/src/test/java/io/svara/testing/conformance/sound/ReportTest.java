package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class ReportTest {

  @Test
  void itTellsEachOutcomeAndEveryOptOutWithItsReason(@TempDir Path folder) throws IOException {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(VariedContract.class))
        .configurationParameter(
            VariedContract.PARAMETER, DeclaredOtherwise.OPT_OUT_OF_WHAT_IS_DECLARED.name())
        .configurationParameter("svara.conformance.folder", folder.toString())
        .execute();
    JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("sound.json")));
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("not run").asInt()).isEqualTo(2);
    assertThat(report.path("passed").asInt()).isGreaterThan(60);
    assertThat(report.path("cases").findValuesAsText("reason"))
        .contains("opted out of WINDOWS: The window is always open.");
    assertThat(Files.readString(folder.resolve("sound.html")))
        .contains("The window is always open.", "An answer after the window is refused")
        .doesNotContain("<script", "http://", "https://");
  }
}
