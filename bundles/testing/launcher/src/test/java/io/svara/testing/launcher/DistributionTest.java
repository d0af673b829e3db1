package io.svara.testing.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for {@code bin/karaf}; the real one is started by the assembly's own tests. */
class DistributionTest {
  @TempDir Path folder;

  @BeforeEach
  void layAnAssembly() throws IOException {
    Files.createDirectories(folder.resolve("assembly/bin"));
    Files.createDirectories(folder.resolve("assembly/etc"));
  }

  private Distribution distribution(String script) throws IOException {
    Path karaf = Files.writeString(folder.resolve("assembly/bin/karaf"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(karaf, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Distribution.copy(folder.resolve("assembly"), folder.resolve("copy"));
  }

  @Test
  void aFolderWithoutADistributionIsRefused() {
    assertThatThrownBy(() -> Distribution.copy(folder, folder.resolve("copy")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mvn -DskipTests package");
  }

  @Test
  void theLinkIsTheLastOneOnTheTerminal() throws Exception {
    try (Distribution svara =
        distribution("echo Svara: http://127.0.0.1:1/a; echo 'Svara: http://127.0.0.1:1/b'")) {
      assertThat(svara.start().awaitEnd()).isZero();
      assertThat(svara.link()).hasToString("Optional[http://127.0.0.1:1/b]");
    }
  }

  @Test
  void awaitingOneThatEndedFailsAtOnceAndShowsItsTerminal() throws Exception {
    try (Distribution svara = distribution("echo no Java here; exit 3").onFreePort()) {
      svara.start().awaitEnd();
      assertThatThrownBy(() -> svara.awaitReady(Duration.ofMinutes(5)))
          .hasMessageContaining("Ended before answering")
          .hasMessageContaining("no Java here");
    }
  }

  @Test
  void whoWaitedInVainIsShownWhatTheProcessIsBusyWith() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("Hanging.java"),
            """
            class Hanging {
              public static void main(String[] none) throws Exception {
                hang(20);
              }

              static void hang(int frames) throws Exception {
                if (frames > 0) {
                  hang(frames - 1);
                }
                System.out.println("hangs");
                Thread.sleep(600_000);
              }
            }
            """);
    try (Distribution svara =
        distribution("exec \"$JAVA_HOME/bin/java\" " + program).onFreePort().start()) {
      await().atMost(Duration.ofMinutes(1)).until(() -> svara.terminal().contains("hangs"));
      assertThatThrownBy(() -> svara.awaitReady(Duration.ofMillis(100)))
          .hasMessageContaining("Not answering within")
          .hasMessageContaining("at Hanging.hang(");
    }
  }

  @Test
  void killingHitsTheProcessThatTheScriptBecame() throws Exception {
    try (Distribution svara = distribution("exec sleep 600")) {
      svara.start();
      ProcessHandle handle = ProcessHandle.of(svara.pid()).orElseThrow();
      svara.kill9();
      assertThat(handle.isAlive()).isFalse();
      assertThat(svara.isRunning()).isFalse();
    }
  }

  @Test
  void aKeptCopyIsFoundOnThePortThatItWasGiven() throws Exception {
    try (Distribution svara = distribution("exit 0").onFreePort()) {
      assertThat(Distribution.kept(svara.home()).port()).isEqualTo(svara.port());
    }
  }

  @Test
  void configurationIsWrittenWhole() throws Exception {
    try (Distribution svara = distribution("exit 0")) {
      svara.configure("io.svara.account-page", Map.of("accessToken", "a\\b"));
      assertThat(svara.home().resolve("etc/io.svara.account-page.cfg"))
          .hasContent("accessToken = a\\\\b\n");
      assertThat(svara.home().resolve("etc")).isDirectoryNotContaining("glob:**.draft");
    }
  }

  @Test
  void theAdministratorIsReadFromItsFileAndItsSecretsAreNotPrinted() throws Exception {
    try (Distribution svara = distribution("exit 0")) {
      Files.writeString(
          svara.home().resolve("etc/initial-admin.properties"),
          "user=admin\npassword=p\ntoken=secret\n");
      assertThat(svara.administrator()).isEqualTo(new Administrator("admin", "p", "secret"));
      assertThat(svara.administrator().toString()).doesNotContain("secret");
    }
  }
}
