package io.svara.testing.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for Maven; the real one is run by the tests of the archetypes. */
class MavenTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  private Maven maven(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("maven/bin"));
    Path program = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Maven(folder.resolve("maven"), folder.resolve("own"), folder.resolve("behind"));
  }

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  @Test
  void aLineIsRunAsInATerminalWithItsOwnRepository() throws Exception {
    Path said = folder.resolve("said.txt");
    maven("echo \"$PWD $MAVEN_ARGS $*\"").run("mvn -f 'a b' verify", work(), said, LIMIT);
    assertThat(said)
        .content()
        .startsWith(work().toRealPath() + " ")
        .contains("-Dmaven.repo.local=" + folder.resolve("own"))
        .contains("-Dmaven.repo.local.tail=" + folder.resolve("behind"))
        .endsWith(" -f a b verify\n");
  }

  @Test
  void aFailureSaysWhatMavenSaid() throws Exception {
    Maven maven = maven("echo no such goal; exit 3");
    assertThatThrownBy(() -> maven.run("mvn go", work(), folder.resolve("said.txt"), LIMIT))
        .hasMessageContaining("Failed with 3: mvn go")
        .hasMessageContaining("no such goal");
  }

  @Test
  void whatItStartedEndsWithIt() throws Exception {
    Path pid = folder.resolve("pid.txt");
    MavenRun run =
        maven("sleep 600 & echo $! > " + pid + "; wait")
            .start("mvn -Prun; true", work(), folder.resolve("said.txt"));
    await().atMost(LIMIT).until(() -> Files.exists(pid) && Files.size(pid) > 1);
    ProcessHandle started =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    run.close();
    assertThat(started.isAlive()).isFalse();
    assertThat(run.isRunning()).isFalse();
  }

  @Test
  void aFolderWhoseOptionsMavenWouldTakeIsRefused() throws Exception {
    Maven maven = maven("exit 0");
    Files.createDirectories(folder.resolve(".mvn"));
    assertThatThrownBy(() -> maven.run("mvn", work(), folder.resolve("said.txt"), LIMIT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run it elsewhere");
  }
}
