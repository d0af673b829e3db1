package io.svara.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenPluginTest {
  private static final String BELL = "com.example:bell:1.0";

  @TempDir Path folder;

  private ChosenPlugin chosen(Jar jar) throws IOException, Refusal {
    return ChosenPlugin.of(BELL, jar.in(folder.resolve("bell.jar")));
  }

  /** On a Svara whose api has a version. */
  private Ground ground(String api) throws IOException {
    Jar.bundle("svara-api", api)
        .with("Export-Package", "io.svara.api.channel;version=\"" + api + "\",io.other")
        .in(folder.resolve("home/system/io/svara/svara-api.jar"));
    return Ground.of(folder.resolve("home"), "0.1.0");
  }

  @Test
  void aPluginIsTaken() throws Exception {
    ChosenPlugin bell = chosen(Jar.plugin("bell", "1.0.0"));
    ground("1.2.0").requireFit(bell);
    assertThat(bell).hasToString("bell 1.0.0 (com.example:bell:1.0)");
  }

  @Test
  void aLibraryIsRefusedAsTheHostWouldRefuseIt() {
    assertThatThrownBy(
            () -> chosen(Jar.plugin("bell", "1.0.0").with("Import-Package", "org.apache.csv")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(BELL)
        .hasMessageContaining("it imports org.apache.csv, which is no part of the api");
  }

  @Test
  void whatOthersMayImportIsNamedWithoutItsAttributes() {
    assertThatThrownBy(
            () ->
                chosen(
                    Jar.plugin("bell", "1.0.0").with("Export-Package", "org.bell;version=\"1\"")))
        .hasMessageContaining("it exports org.bell; a plugin gives nothing to other bundles");
  }

  @Test
  void aBundleWithoutAComponentIsRefused() {
    assertThatThrownBy(() -> chosen(Jar.bundle("bell", "1.0.0")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it has no component");
  }

  @Test
  void aJarThatIsNoBundleIsRefused() {
    assertThatThrownBy(() -> chosen(Jar.bundle(" ", "1.0.0")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(BELL + " is no plugin: its Bundle-SymbolicName is none.");
  }

  @Test
  void anotherVersionOfTheApiIsRefusedWithBothVersions() throws Exception {
    ChosenPlugin bell = chosen(Jar.plugin("bell", "1.0.0"));
    Ground old = ground("1.1.0");
    assertThatThrownBy(() -> old.requireFit(bell))
        .hasMessageContaining(
            "needs io.svara.api.channel [1.2,2), and Svara 0.1.0 has 1.1.0; take the version");
  }

  @Test
  void aPackageThatTheApiHasNotIsRefused() throws Exception {
    ChosenPlugin bell =
        chosen(Jar.plugin("bell", "1.0.0").with("Import-Package", "io.svara.api.answers"));
    Ground ground = ground("1.2.0");
    assertThatThrownBy(() -> ground.requireFit(bell))
        .hasMessageContaining("it needs io.svara.api.answers, and Svara 0.1.0 has none");
  }

  @Test
  void aRangeThatIsNoneIsRefusedInWords() throws Exception {
    ChosenPlugin bell =
        chosen(
            Jar.plugin("bell", "1.0.0")
                .with("Import-Package", "io.svara.api.channel;version=\"[2,1)\""));
    Ground ground = ground("1.2.0");
    assertThatThrownBy(() -> ground.requireFit(bell))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it needs io.svara.api.channel in the versions '[2,1)'");
  }

  @Test
  void twoPluginsOfOneFileNameLieBesideEachOther() throws Exception {
    Path to = folder.resolve("plugins");
    for (String name : List.of("bell", "horn")) {
      Path file = Jar.plugin(name, "1.0.0").in(folder.resolve(name).resolve("connector-1.0.jar"));
      ChosenPlugin.of(name + ":connector:1.0", file).copyTo(to);
    }
    try (Stream<Path> files = Files.list(to)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("bell-1.0.0.jar", "horn-1.0.0.jar");
    }
  }

  @Test
  void theNameOfAPartOfSvaraIsRefused() throws Exception {
    ChosenPlugin bell = chosen(Jar.plugin("svara-api", "1.0.0"));
    Ground ground = ground("1.2.0");
    assertThatThrownBy(() -> ground.requireFit(bell))
        .hasMessageContaining("svara-api is the name of a part of Svara itself");
  }

  @Test
  void onePluginIsChosenOnce() throws Exception {
    ChosenPlugin old = chosen(Jar.plugin("bell", "1.0.0"));
    ChosenPlugin later =
        ChosenPlugin.of(
            "com.example:bell:2.0", Jar.plugin("bell", "2.0.0").in(folder.resolve("later.jar")));
    assertThatThrownBy(() -> ChosenPlugin.requireDifferent(List.of(old, later)))
        .hasMessageContaining(
            "com.example:bell:1.0 and com.example:bell:2.0 are both the plugin bell: choose one.");
  }
}
