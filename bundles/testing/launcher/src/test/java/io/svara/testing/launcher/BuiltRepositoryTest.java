package io.svara.testing.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltRepositoryTest {
  @TempDir Path folder;

  @BeforeEach
  void aBuildOfTwoModules() throws IOException {
    write(
        "root/pom.xml",
        "<project><groupId>io.svara</groupId><artifactId>svara</artifactId><version>1</version>"
            + "<modules><module>rooms/bell</module></modules></project>");
    write(
        "root/rooms/bell/pom.xml",
        "<project><parent><groupId>io.svara</groupId><artifactId>svara</artifactId>"
            + "<version>1</version></parent><artifactId>svara-bell</artifactId></project>");
    write("root/rooms/bell/target/svara-bell-1.jar", "jar");
    write("root/rooms/bell/target/svara-bell-1.tar.gz", "archive");
    write("root/rooms/bell/target/svara-bell-1-frame.jar", "with a classifier");
    write("root/rooms/bell/target/svara-bell-0.jar", "of another build");
    write("root/rooms/bell/target/svara-bell-1.1.jar", "of a later build");
    write("root/rooms/bell/target/feature/feature.xml", "features");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Path layOut() throws IOException {
    return BuiltRepository.layOut(folder.resolve("root"), folder.resolve("repository"));
  }

  /** Names of the files that a repository holds of Svara. */
  private static List<String> contents(Path repository) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> repository.relativize(file).toString())
          .filter(name -> name.startsWith("io/svara/"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @Test
  void eachModuleIsThereAsIfItWereInstalled() throws IOException {
    assertThat(contents(layOut()))
        .containsExactly(
            "io/svara/svara-bell/1/svara-bell-1-features.xml",
            "io/svara/svara-bell/1/svara-bell-1-frame.jar",
            "io/svara/svara-bell/1/svara-bell-1.jar",
            "io/svara/svara-bell/1/svara-bell-1.pom",
            "io/svara/svara-bell/1/svara-bell-1.tar.gz",
            "io/svara/svara/1/svara-1.pom");
  }

  @Test
  void anEarlierBuildIsReplacedAndWhatWasDownloadedStays() throws IOException {
    write("repository/io/svara/svara-gone/1/svara-gone-1.jar", "of an earlier build");
    write("repository/org/osgi/osgi.core/8/osgi.core-8.jar", "downloaded");
    write("repository/org/example/x/1/x-1.jar.lastUpdated", "not found");
    Path repository = layOut();
    assertThat(contents(repository)).noneMatch(name -> name.contains("gone"));
    assertThat(repository.resolve("org/osgi/osgi.core/8/osgi.core-8.jar")).exists();
    assertThat(repository.resolve("org/example/x/1/x-1.jar.lastUpdated")).doesNotExist();
  }
}
