package io.svara.it.direction;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Data flows one way through the rooms, and a plugin knows nothing but the api. */
class DirectionIT {
  private static final Path ASSEMBLY = Path.of(System.getProperty("svara.assembly"));
  private static final String API = "io.svara.api.";
  private static final Pattern MINOR = Pattern.compile("\\[0\\.(\\d+),0\\.(\\d+)\\)");
  private static final String PORTS = "io.svara.engine.";

  private static final Map<String, Bundle> ROOMS =
      Bundle.below(ASSEMBLY.resolve("system/io/svara")).stream()
          .collect(Collectors.toMap(Bundle::name, Function.identity()));

  /** What every Java platform has, and the framework's own bundle gives to plugins. */
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "org.ietf.jgss", "org.w3c.dom", "org.xml.sax");

  /**
   * What each room may import of ours, besides what it exports itself. A new room is a new line.
   */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.of(
          "svara-api", List.of(),
          "svara-engine", List.of(API),
          "svara-journal-file", List.of(PORTS),
          "svara-views", List.of(PORTS),
          "svara-host", List.of(API, PORTS),
          "svara-hotswap", List.of(PORTS),
          "svara-guard", List.of(API, PORTS),
          "svara-gateway", List.of(API, PORTS),
          "svara-shell", List.of(API, PORTS),
          "svara-console", List.of());

  @Test
  void everyRoomImportsOnlyWhatItsPlaceAllows() {
    assertThat(ROOMS).isNotEmpty();
    ROOMS
        .values()
        .forEach(
            room -> {
              List<String> allowed = MAY_IMPORT.get(room.name());
              assertThat(allowed).as("a line in the table for " + room.name()).isNotNull();
              assertThat(room.importsOfOurs())
                  .as(room.name())
                  .allMatch(p -> allowed.stream().anyMatch(p::startsWith));
            });
  }

  @Test
  void onlyApiAndEngineExportAnything() {
    assertThat(ROOMS.values())
        .filteredOn(room -> !room.exports().isEmpty())
        .extracting(Bundle::name)
        .containsExactlyInAnyOrder("svara-api", "svara-engine");
  }

  @Test
  void theEngineExportsItsPortsAndNothingElse() {
    assertThat(ROOMS.get("svara-engine").exports())
        .containsExactlyElementsOf(
            new TreeSet<>(
                List.of(
                    "io.svara.engine.clock",
                    "io.svara.engine.connections",
                    "io.svara.engine.desk",
                    "io.svara.engine.guard",
                    "io.svara.engine.journal",
                    "io.svara.engine.people",
                    "io.svara.engine.plugins",
                    "io.svara.engine.secrets",
                    "io.svara.engine.views")));
  }

  @Test
  @DisplayName("A plugin imports the api and the Java platform, and exports nothing")
  void aPluginKnowsNothingButTheApi() {
    List<Bundle> plugins = Bundle.below(ASSEMBLY.resolve("plugins"));
    assertThat(plugins).extracting(Bundle::name).contains("svara-channel-facebook");
    assertThat(plugins)
        .allSatisfy(
            plugin -> {
              assertThat(plugin.imports())
                  .as(plugin.name())
                  .allMatch(p -> p.startsWith(API) || PLATFORM.stream().anyMatch(p::startsWith));
              assertThat(plugin.exports()).as(plugin.name()).isEmpty();
            });
  }

  @Test
  @DisplayName(
      "A plugin takes the minor version of the api that it was built for: another may break")
  void aPluginIsGivenNoApiThatItWasNotBuiltFor() {
    assertThat(Bundle.below(ASSEMBLY.resolve("plugins")))
        .isNotEmpty()
        .allSatisfy(
            plugin ->
                assertThat(plugin.apiRanges())
                    .as(plugin.name())
                    .isNotEmpty()
                    .allSatisfy(
                        range -> {
                          Matcher minor = MINOR.matcher(range);
                          assertThat(minor.matches()).as(range).isTrue();
                          assertThat(Integer.parseInt(minor.group(2)))
                              .isEqualTo(Integer.parseInt(minor.group(1)) + 1);
                        }));
  }

  @Test
  void theApiShowsNoTypeOfALibraryOrFramework() {
    assertThat(ROOMS.get("svara-api").imports())
        .allMatch(p -> p.startsWith("java.") || p.startsWith(API));
  }

  @Test
  void withinTheEngineFoldsKnowNothingOfDecisionsAndPackagesFormNoCircle() throws IOException {
    var engine = new ClassFileImporter().importJar(new JarFile(engineJar().toFile()));
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage("io.svara.engine.fold..", "io.svara.engine.event..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.svara.engine.work..",
            "io.svara.engine.intake..",
            "io.svara.engine.outbox..",
            "io.svara.engine.cases..",
            "io.svara.engine.presence..",
            "io.svara.engine.contacts..",
            "io.svara.engine.feeds..")
        .check(engine);
    slices().matching("io.svara.engine.(*)..").should().beFreeOfCycles().check(engine);
  }

  private static Path engineJar() throws IOException {
    try (Stream<Path> files = Files.walk(ASSEMBLY.resolve("system/io/svara/svara-engine"))) {
      return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
