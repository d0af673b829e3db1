package io.svara.it.kit;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Peers;
import io.svara.testing.launcher.Repacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The shipped connector carries the report of its own build, and the distribution finds it to be
 * about exactly what it ships. The kit and the host calculate that by code of their own.
 */
final class ReportIT {
  private static final String FACEBOOK = "svara-channel-facebook";

  @Test
  void theShippedConnectorCarriesAReportAboutExactlyItsBytes() throws Exception {
    try (Distribution svara = Installation.copy("report").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      JsonNode shipped = versions(rest).get(0);
      String version = shipped.at("/version").asText();
      reported(shipped.at("/conformance"));
      JsonNode report = report(rest, version);
      assertThat(report.at("/summary")).isEqualTo(shipped.at("/conformance"));
      assertThat(report.at("/summary/counts/passed").asInt()).isGreaterThan(60);
      assertThat(report.at("/summary/counts/failed").asInt()).isZero();
      assertThat(report.at("/optOuts").findValuesAsText("feature")).contains("IDEMPOTENCY_KEYS");
      assertThat(report.at("/optOuts").findValuesAsText("reason")).noneMatch(String::isBlank);
      assertThat(report.at("/undeclared").toString()).contains("POLLING");

      rest.postJar("/api/v1/plugins", Repacked.of(jar(svara), "9.9.9")).ok();
      assertThat(report(rest, "9.9.9").at("/summary/standing").asText()).isEqualTo("other-bytes");
      assertThat(rest.get("/api/v1/plugins/" + FACEBOOK + "/versions/9.9.8/conformance").status())
          .isEqualTo(404);
      JsonNode listed = rest.post("/api/v1/shell", Map.of("command", "svara:plugin-list")).ok();
      assertThat(listed.toString())
          .contains(report.at("/summary/counts/passed").asInt() + " passed, ")
          .containsSubsequence("9.9.9", "kept", "about other bytes");
    }
  }

  /**
   * A build without tests has no report to carry, which is no fault of what it built: like a
   * missing browser it is skipped with words, and fails where nothing may be skipped. A report
   * about other bytes fails everywhere.
   */
  private static void reported(JsonNode conformance) {
    String standing = conformance.at("/standing").asText();
    Peers.require(
        "conformance report in the shipped connector",
        Optional.of(standing).filter(is -> !is.equals("none")),
        "build it with its tests (mvn verify)");
    assertThat(standing)
        .as(
            "the report in the shipped connector is about its bytes (it is an older one where the"
                + " connector was built without its tests: mvn clean verify)")
        .isEqualTo("these-bytes");
  }

  private static JsonNode versions(Rest rest) throws IOException, InterruptedException {
    for (JsonNode line : rest.get("/api/v1/plugins").ok().at("/lines")) {
      if (line.at("/name").asText().equals(FACEBOOK)) {
        return line.at("/versions");
      }
    }
    throw new AssertionError("There is no " + FACEBOOK + ".");
  }

  private static JsonNode report(Rest rest, String version)
      throws IOException, InterruptedException {
    return rest.get("/api/v1/plugins/" + FACEBOOK + "/versions/" + version + "/conformance").ok();
  }

  private static Path jar(Distribution svara) throws IOException {
    try (Stream<Path> files = Files.list(svara.home().resolve("plugins"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(FACEBOOK))
          .findFirst()
          .orElseThrow();
    }
  }
}
