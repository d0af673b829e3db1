package io.svara.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Maven;
import io.svara.testing.launcher.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide, typed in an empty folder with a real Maven. */
class ArchetypeIT {
  /** What a Maven may need that downloads everything for the first time. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Ten times what is promised for a warm machine: it may be busy, or download. */
  private static final Duration FIRST_MESSAGE = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void theCommandsOfTheGuideLeadToAMessageInTheConsoleAndAnAnswerOnThePlatform() throws Exception {
    List<String> commands = Guide.of("karaf-assembly/src/main/guide/connector.md").commands();
    assertThat(commands).hasSize(3);
    // The first one is what the layout stands for: this build's artifacts as it would install them.
    assertThat(commands.get(0)).isEqualTo("mvn -DskipTests install");
    Everybodys before = Everybodys.now();
    Maven maven = Project.mavenOfThisBuild("archetype");

    long start = System.nanoTime();
    maven.run(commands.get(1), folder, folder.resolve("generate.txt"), LIMIT);
    try (MavenRun run = maven.start(commands.get(2), folder, folder.resolve("run.txt"))) {
      await()
          .atMost(FIRST_MESSAGE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !run.isRunning() || run.output().contains("Svara: http://"));
      assertThat(run.isRunning()).as("still running, having said: %s", run.output()).isTrue();
      Distribution svara = Distribution.kept(folder.resolve("bell/target/run"));
      Rest rest = new Rest(svara::uri, svara.administrator().token());
      JsonNode first = firstCase(rest);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(
          "ArchetypeIT: " + took.toMillis() / 1000.0 + " s from archetype to first message");
      assertThat(took).isLessThan(FIRST_MESSAGE);
      assertThat(first.at("/channel").asText()).isEqualTo("bell");
      assertThat(first.at("/lastMessage/direction").asText()).isEqualTo("in");

      answer(rest, first, "Den kommer i morgon.");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> run.output().contains("Bell has your answer: Den kommer i morgon."));
      assertThat(run.output()).doesNotContain("Svara refused");
    }

    maven.run("mvn -f bell verify", folder, folder.resolve("verify.txt"), LIMIT);
    JsonNode report =
        new ObjectMapper().readTree(folder.resolve("bell/target/conformance/bell.json").toFile());
    assertThat(report.at("/failed").asInt()).isZero();
    assertThat(report.at("/passed").asInt()).isGreaterThanOrEqualTo(70);
    try (JarFile jar =
        new JarFile(folder.resolve("bell/target/bell-0.1.0-SNAPSHOT.jar").toFile())) {
      assertThat(jar.getEntry("META-INF/svara/conformance.json")).isNotNull();
    }
    assertThat(lines("bell/src/main/java/org/example/bell/BellChannel.java"))
        .hasSizeLessThanOrEqualTo(60)
        .allMatch(line -> line.length() <= 100);
    assertThat(lines("bell/pom.xml")).hasSizeLessThanOrEqualTo(25);
    before.requireUntouched();
  }

  private static JsonNode firstCase(Rest rest) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> rest.get("/api/v1/cases").ok().at("/cases"), cases -> !cases.isEmpty())
        .get(0);
  }

  private static void answer(Rest rest, JsonNode to, String text)
      throws IOException, InterruptedException {
    rest.post(
            "/api/v1/cases/" + to.at("/id").asText() + "/replies",
            Map.of("text", text, "visibility", "private", "version", to.at("/version").asLong()))
        .ok();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }
}
