package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a fresh copy of the distribution on this terminal until Ctrl-C: {@code mvn -Prun}. */
public final class Foreground {
  private Foreground() {}

  /** Takes the assembly and the folder for the copy. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted: the assembly's folder, the copy's folder.");
    }
    try (Distribution svara = Distribution.copy(Path.of(arguments[0]), Path.of(arguments[1]))) {
      svara.onThisTerminal().start().awaitEnd();
    }
  }
}
