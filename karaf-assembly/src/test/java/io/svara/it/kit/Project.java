package io.svara.it.kit;

import io.svara.testing.launcher.BuiltRepository;
import io.svara.testing.launcher.Maven;
import io.svara.testing.launcher.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A project of somebody who has Svara's artifacts and nothing else of it. */
record Project(Maven maven, Path folder) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** For a JVM that ends before its second compiler has paid: half the work. */
  private static final String SHORT = " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /**
   * A Maven whose repository holds what this build made; the build's own stays as it is.
   *
   * @param name of the repository: each test has its own, since several may run at once
   */
  static Maven mavenOfThisBuild(String name) throws IOException {
    return new Maven(
            property("svara.maven"),
            BuiltRepository.layOut(property("svara.root"), property("svara.built").resolve(name)),
            property("svara.repository"))
        .withEnvironment("MAVEN_OPTS", Objects.toString(System.getenv("MAVEN_OPTS"), "") + SHORT);
  }

  static Path property(String name) {
    return Path.of(System.getProperty(name));
  }

  /** Runs a line beside the project, as its README says. */
  void run(String line) throws IOException, InterruptedException {
    maven.run(line, folder.getParent(), said(), PATIENCE);
  }

  /** Runs a line that must fail, and gives what it says. */
  String fails(String line) throws IOException, InterruptedException {
    try (MavenRun run = maven.start(line, folder.getParent(), said())) {
      if (run.awaitEnd(PATIENCE) == 0) {
        throw new AssertionError("Succeeded: " + line + "\n" + run.output());
      }
      return run.output();
    }
  }

  private Path said() {
    return folder.resolveSibling(folder.getFileName() + ".txt");
  }

  /** Puts lines before others that the pom has once. */
  Project insert(String lines, String before) throws IOException {
    Path pom = folder.resolve("pom.xml");
    String text = Files.readString(pom);
    if (text.split(before, -1).length != 2) {
      throw new IllegalArgumentException("Not once in " + pom + ": " + before);
    }
    Files.writeString(pom, text.replace(before, lines + before));
    return this;
  }

  /** Chooses one more plugin. */
  Project choose(String groupId, String artifactId, String version) throws IOException {
    return insert(
        """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <type>svara-plugin</type>
        </dependency>
        """
            .formatted(groupId, artifactId, version),
        "</dependencies>");
  }

  /** Lays a file over Svara's. */
  Project lay(String name, String content) throws IOException {
    Path file = folder.resolve("src/main/distribution").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  /** The same sources in a folder beside. */
  Project copy(String name) throws IOException {
    Path to = Files.createDirectories(folder.resolveSibling(name));
    for (Path file : sources()) {
      Path copied = to.resolve(folder.relativize(file));
      Files.createDirectories(copied.getParent());
      Files.copy(file, copied);
    }
    return new Project(maven, to);
  }

  private List<Path> sources() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("target")))
          .toList();
    }
  }

  Path target(String name) {
    return folder.resolve("target").resolve(name);
  }
}
