package io.svara.testing.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Maven that runs command lines as a user types them, each as a process of its own. It has its
 * own local repository, and reads another one behind it, to which it writes nothing. For one
 * thread.
 *
 * <pre>{@code
 * Maven maven = new Maven(home, BuiltRepository.layOut(root, repository), behind);
 * maven.run("mvn -f support package", folder, folder.resolve("package.txt"), limit);
 * }</pre>
 */
public final class Maven {
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * @param home of a Maven 3.9 or later: earlier ones know no repository behind theirs
   * @param repository the local repository, which gets all that is downloaded
   * @param behind another local repository, looked into before anything is downloaded
   */
  public Maven(Path home, Path repository, Path behind) throws IOException {
    Path program = home.resolve("bin/mvn").toAbsolutePath();
    if (!Files.isExecutable(program)) {
      throw new IOException("There is no Maven to run in " + home + ": mvn verify unpacks one.");
    }
    environment.put("JAVA_HOME", JavaHomes.current().toString());
    environment.put("PATH", program.getParent() + File.pathSeparator + System.getenv("PATH"));
    environment.put(
        "MAVEN_ARGS",
        "-B -ntp -Dmaven.repo.local="
            + repository.toAbsolutePath()
            + " -Dmaven.repo.local.tail="
            + behind.toAbsolutePath());
  }

  /** Sets a variable of the environment of what is started from now on. */
  public Maven withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Runs a command line to its end.
   *
   * @param line as in a terminal, such as {@code mvn -f bell verify}
   * @param folder where it runs; neither it nor a folder above it may hold a {@code .mvn}, which
   *     Maven would take options from
   * @param output the file that gets what it says
   * @throws IllegalStateException with what it said, when it fails or is not done within the limit
   */
  public void run(String line, Path folder, Path output, Duration limit)
      throws IOException, InterruptedException {
    try (MavenRun run = start(line, folder, output)) {
      run.awaitSuccess(limit);
    }
  }

  /** Starts a command line, as {@link #run} does, and returns at once. */
  public MavenRun start(String line, Path folder, Path output) throws IOException {
    for (Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".mvn"))) {
        throw new IOException(
            "Maven would take options from " + above + "/.mvn: run it elsewhere.");
      }
    }
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", line))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile());
    // What the Maven around this one was told is not for this one, but for what opens the way out.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MAVEN_") && !name.equals("MAVEN_OPTS"));
    builder.environment().putAll(environment);
    return new MavenRun(line, builder.start(), output);
  }
}
