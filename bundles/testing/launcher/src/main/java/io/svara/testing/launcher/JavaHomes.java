package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Java installations that this machine offers to tests. */
public final class JavaHomes {
  private JavaHomes() {}

  /** The Java that runs the caller. */
  public static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * A Java of that feature version: the one that runs the caller, else the one that {@code
   * JAVA_HOME_<version>} names.
   */
  public static Optional<Path> of(int version) {
    if (Runtime.version().feature() == version) {
      return Optional.of(current());
    }
    return Optional.ofNullable(System.getenv("JAVA_HOME_" + version))
        .map(Path::of)
        .filter(home -> isVersion(home, version));
  }

  /** By the {@code release} file that every JDK since 9 carries. */
  private static boolean isVersion(Path home, int version) {
    try {
      return Files.readString(home.resolve("release"))
          .lines()
          .anyMatch(line -> line.matches("JAVA_VERSION=\"" + version + "(\\D.*)?"));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
