package io.svara.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.assembly.Isolation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Peers;
import io.svara.testing.platforms.Signature;
import io.svara.testing.platforms.facebook.WebhookBodies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody composes a distribution by the commands of the guide, in an empty folder and against the
 * artifacts of this build, changes it as the guide says, and runs it cut off from every network.
 */
class ComposedIT {
  private static final String GUIDE = "karaf-assembly/src/main/guide/distribution.md";
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final Duration START = Duration.ofSeconds(90);
  private static final String SECRET = "the app secret";
  private static final String PAGE = "100200300400500";

  /** Any bundle, of one's own or of others; it comes with a feature whose names Karaf makes up. */
  private static final String BUNDLE =
      """
      <dependency>
        <groupId>org.hdrhistogram</groupId>
        <artifactId>HdrHistogram</artifactId>
        <version>${hdrhistogram.version}</version>
        <scope>runtime</scope>
      </dependency>
      """;

  /** A plugin whose type somebody forgot. */
  private static final String FORGOTTEN =
      """
      <dependency>
        <groupId>org.example</groupId>
        <artifactId>bell</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <scope>runtime</scope>
      </dependency>
      """;

  @TempDir static Path folder;
  private static Guide guide;
  private static Project support;
  private static Everybodys before;

  @BeforeAll
  static void theCommandsOfTheGuide() throws Exception {
    before = Everybodys.now();
    requireNamespaces();
    guide = Guide.of(GUIDE);
    List<String> commands = guide.commands();
    // What Maven would install is laid out from this build instead.
    assertThat(commands).first().isEqualTo("mvn -DskipTests install");
    support = new Project(Project.mavenOfThisBuild("composed"), folder.resolve("support"));
    for (String command : commands.subList(1, commands.size())) {
      support.run(command);
    }
    makeAConnector();
  }

  private static void requireNamespaces() throws InterruptedException {
    Peers.require(
        "network namespace",
        Optional.of(Isolation.strongest()).filter(Isolation.NAMESPACE::equals),
        "let this user run 'unshare --map-root-user --net true'");
  }

  /** The archetype's, by the guide's command for it, as its author would install it. */
  private static void makeAConnector() throws Exception {
    support.run(Guide.of("karaf-assembly/src/main/guide/connector.md").commands().get(1));
    support.run("mvn -f bell -DskipTests install");
  }

  private static Path unpacked(Project project, String name) throws Exception {
    Path to = Files.createDirectories(folder.resolve("unpacked-" + name));
    must(to, "tar", "xzf", project.target("support-1.0-SNAPSHOT.tar.gz").toString());
    return to.resolve("support-1.0-SNAPSHOT");
  }

  private static void must(Path in, String... command) throws Exception {
    assertThat(new ProcessBuilder(command).directory(in.toFile()).inheritIO().start().waitFor())
        .as(String.join(" ", command))
        .isZero();
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theArchiveHoldsTheChosenPluginAndSaysWhatIsInIt() throws Exception {
    Path home = unpacked(support, "first");
    assertThat(names(home.resolve("plugins")))
        .containsExactly("README", "svara-channel-facebook-0.1.0.SNAPSHOT.jar");
    assertThat(home.resolve("COMPOSITION"))
        .content()
        .startsWith("# com.example:support:1.0-SNAPSHOT, composed of Svara " + VERSION)
        .contains("# plugin svara-channel-facebook ");
    must(home, "sha256sum", "--check", "--quiet", "--strict", "COMPOSITION");
    assertThat(Files.readAllLines(support.folder().resolve("pom.xml"))).hasSizeLessThan(41);
  }

  @AfterAll
  static void theRepositoryOfTheBuildGetsNothingOfSvara() throws IOException {
    before.requireUntouched();
  }

  @Test
  void whatIsNoPluginFailsTheBuildInWords() throws Exception {
    Project wrong =
        support
            .copy("wrong")
            .choose("io.svara", "svara-testing-launcher", VERSION)
            .choose("io.svara", "svara-api", VERSION);
    assertThat(wrong.fails("mvn -f wrong package"))
        .contains("it imports org.opentest4j, which is no part of the api; embed that library")
        .contains("svara-api:" + VERSION + " is refused")
        .contains("it exports io.svara.api");
    assertThat(wrong.target("support-1.0-SNAPSHOT.tar.gz")).doesNotExist();
  }

  @Test
  void aPluginWhoseTypeWasForgottenFailsTheBuildWithTheTypeToAdd() throws Exception {
    Project forgetful = support.copy("forgetful").insert(FORGOTTEN, "</dependencies>");
    assertThat(forgetful.fails("mvn -f forgetful package"))
        .contains("org.example:bell:" + VERSION + " is refused: it imports io.svara.api.")
        .contains("add <type>svara-plugin</type>");
  }

  @Test
  void aChangedOneHasTheSameBytesAgainAndRunsWithoutANetwork() throws Exception {
    Project changed =
        support
            .copy("changed")
            .choose("org.example", "bell", VERSION)
            .insert(guide.blockAfter("## A Karaf feature"), "</plugins>")
            .insert(BUNDLE, "</dependencies>")
            .lay("etc/io.svara.gateway.cfg", "hookMaxBytes = 5000\n")
            .lay(
                "etc/io.svara.endpoint-meta.cfg",
                "channel = facebook\nappSecret = $[env:APP_SECRET]\nverifyToken = $[env:APP_SECRET]\n")
            .lay(
                "etc/io.svara.account-page.cfg",
                "channel = facebook\nendpoint = meta\npageId = "
                    + PAGE
                    + "\naccessToken = $[env:APP_SECRET]\napiBase = http://127.0.0.1:9\n");
    changed.run("mvn -f changed package");
    changed.copy("again").run("umask 077; mvn -f again package");
    assertThat(folder.resolve("again/target/support-1.0-SNAPSHOT.tar.gz"))
        .hasSameBinaryContentAs(changed.target("support-1.0-SNAPSHOT.tar.gz"));
    Path emptyHome = Files.createDirectories(folder.resolve("empty-home"));
    try (Distribution svara =
        Distribution.copy(
                unpacked(changed, "changed"), Project.property("svara.copies").resolve("composed"))
            .onFreePort()
            .withEnvironment("APP_SECRET", SECRET)
            .withOptions("-Duser.home=" + emptyHome)) {
      Isolation.NAMESPACE.apply(svara);
      svara.start();
      await().atMost(START).until(() -> svara.terminal().contains("Svara: http"));
      try (CutOff way = CutOff.reach(svara, folder)) {
        Rest rest = new Rest(way::uri, svara.administrator().token());
        assertThat(plugins(rest)).containsExactly("bell", "svara-channel-facebook");
        assertThat(rest.status("/")).isEqualTo(404);
        aCommentBecomesACase(way, rest);
        assertThat(posted(way, comment("x".repeat(5000)))).isEqualTo(413);
      }
      svara.stop();
      assertThat(complaints(svara)).isEmpty();
      assertThat(names(svara.home().resolve("etc"))).contains("composed-1.xml");
      assertThat(svara.home().resolve("system/org/hdrhistogram/HdrHistogram")).isDirectory();
      assertThat(svara.home().resolve("system/org/apache/karaf/scheduler")).isDirectory();
      assertThat(svara.home().resolve("system/io/svara/svara-console")).doesNotExist();
      assertThat(emptyHome).isEmptyDirectory();
    }
  }

  private static List<String> complaints(Distribution svara) {
    return svara
        .log()
        .lines()
        .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .toList();
  }

  /** All that came from {@code plugins/}: these lines can be exchanged. */
  private static Set<String> plugins(Rest rest) throws IOException, InterruptedException {
    Set<String> running = new TreeSet<>();
    for (JsonNode line : rest.get("/api/v1/plugins").ok().at("/lines")) {
      assertThat(line.at("/versions/0/running").asBoolean()).as(line.toString()).isTrue();
      running.add(line.at("/name").asText());
    }
    return running;
  }

  private static void aCommentBecomesACase(CutOff way, Rest rest) throws Exception {
    assertThat(posted(way, comment("Where is my order?"))).isEqualTo(200);
    await().atMost(START).until(() -> !rest.get("/api/v1/cases").ok().at("/cases").isEmpty());
    String id = rest.get("/api/v1/cases").ok().at("/cases/0/id").asText();
    assertThat(rest.get("/api/v1/cases/" + id).ok().at("/thread/0/text").asText())
        .isEqualTo("Where is my order?");
  }

  private static String comment(String text) {
    return WebhookBodies.comment(PAGE, PAGE + "_1", "1_1", "7", "Siv Ek", text, Instant.now());
  }

  private static int posted(CutOff way, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(way.uri("/hooks/meta"))
            .timeout(START)
            .header(
                "X-Hub-Signature-256",
                "sha256="
                    + Signature.HMAC_SHA256.hex(SECRET, body.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
