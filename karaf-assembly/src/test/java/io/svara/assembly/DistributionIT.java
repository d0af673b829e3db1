package io.svara.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import io.svara.testing.launcher.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution as an operator gets it: started as a process, looked at from outside. */
class DistributionIT {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Path ASSEMBLY = Path.of(System.getProperty("svara.assembly"));
  private static final Path COPIES = Path.of(System.getProperty("svara.copies"));

  /** Its file of the HTTP server gives the port and no host: loopback must hold all the same. */
  private static Distribution copy(String name) throws IOException {
    return Distribution.copy(ASSEMBLY, COPIES.resolve(name)).onFreePort();
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void itStartsQuietlyOnOneLoopbackPortAndStops(int version) throws Exception {
    Path java = Peers.require("Java " + version, JavaHomes.of(version), "set JAVA_HOME_" + version);
    try (Distribution svara = copy("java-" + version).onJava(java).start()) {
      svara.awaitReady(START);
      assertThat(Listeners.of(svara.pid())).containsExactly("127.0.0.1:" + svara.port());
      svara.stop();
      assertThat(svara.log()).doesNotContain(" WARN ", " ERROR ");
      assertThat(svara.terminal().lines().filter(line -> !line.startsWith("Svara: "))).isEmpty();
      assertThat(svara.home().resolve("data/log/boot.log")).isEmptyFile();
    }
  }

  @Test
  void itStartsWithoutANetworkAndWithoutAMavenRepository() throws Exception {
    Path home = Files.createDirectories(COPIES.resolve("empty-home"));
    Isolation isolation = Isolation.strongest();
    System.out.println("Isolated by " + isolation);
    try (Distribution svara = copy("no-network").withOptions("-Duser.home=" + home)) {
      isolation.apply(svara);
      svara.start();
      // From outside no request reaches into its namespace; what it says and that it listens can
      // be seen.
      await().atMost(START).until(() -> svara.terminal().contains("Svara: http"));
      assertThat(Listeners.of(svara.pid())).containsExactly("127.0.0.1:" + svara.port());
      svara.stop();
      assertThat(svara.log()).doesNotContain(" WARN ", " ERROR ");
      assertThat(home).isEmptyDirectory();
    }
  }

  @Test
  void itComesBackAfterBeingKilled() throws Exception {
    try (Distribution svara = copy("killed").start()) {
      svara.awaitReady(START);
      svara.kill9();
      svara.start().awaitReady(START);
    }
  }

  @Test
  void aFirstStartLeavesTheOperatorsFilesAsTheyAre() throws Exception {
    try (Distribution svara = copy("files")) {
      Path etc = svara.home().resolve("etc");
      Map<Path, String> before = contents(etc);
      svara.start().awaitReady(START);
      assertThat(contents(etc)).containsAllEntriesOf(before);
    }
  }

  /** By path, with the time when each was written: the same bytes written anew are no better. */
  private static Map<Path, String> contents(Path folder) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.getLastModifiedTime(file) + "\n" + Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void nothingIsKnownToLogInWith() throws Exception {
    try (Stream<Path> files = Files.walk(ASSEMBLY.resolve("etc"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .as(file.toString())
                      .doesNotContain("_g_", "karaf,"));
    }
    assertThat(ASSEMBLY.resolve("etc/users.properties")).doesNotExist();
    assertThat(ASSEMBLY.resolve("etc/keys.properties")).doesNotExist();
  }

  @Test
  void theScriptsStartItTellOfItAndStopIt() throws Exception {
    try (Distribution svara = copy("scripts")) {
      assertThat(Script.run(svara, "bin/status").exitCode()).isEqualTo(3);
      assertThat(Script.run(svara, "bin/start").exitCode()).isZero();
      try {
        await().atMost(START).until(() -> Script.run(svara, "bin/status").exitCode() == 0);
        assertThat(Script.run(svara, "bin/start").output()).contains("running already");
      } finally {
        assertThat(Script.run(svara, "bin/stop").exitCode()).isZero();
      }
      assertThat(Script.run(svara, "bin/status").exitCode()).isEqualTo(3);
      assertThat(Script.run(svara, "bin/stop").output()).contains("is not running");
    }
  }

  @Test
  void whatItWritesIsForItsOwnerOnly() throws Exception {
    try (Distribution svara = copy("permissions").start()) {
      svara.awaitReady(START);
      assertThat(Files.getPosixFilePermissions(svara.home().resolve("data/log/svara.log")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      assertThat(Files.getPosixFilePermissions(svara.home().resolve("karaf.pid")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void theCommandTellsWhenItIsNotRunning() throws Exception {
    try (Distribution svara = copy("command")) {
      Script.Outcome command = Script.run(svara, "bin/svara", "cases");
      assertThat(command.exitCode()).isEqualTo(69);
      assertThat(command.output()).contains("does not answer", "bin/start");
    }
  }

  @Test
  void theCommandExplainsItself() throws Exception {
    try (Distribution svara = copy("help")) {
      Script.Outcome help = Script.run(svara, "bin/svara", "--help");
      assertThat(help.exitCode()).isZero();
      assertThat(help.output()).contains("Usage: bin/svara");
    }
  }
}
