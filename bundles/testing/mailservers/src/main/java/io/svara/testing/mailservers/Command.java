package io.svara.testing.mailservers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program that ends by itself. */
final class Command {
  private Command() {}

  /**
   * Runs it and gives what it printed.
   *
   * @throws IOException when it failed, with what it said
   */
  static String run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed:\n" + said);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted: " + command[0], interrupted);
    }
    return said;
  }
}
