package io.svara.it.durability;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The restore that the journal's README describes, run as an operator runs it. */
final class Restoring {
  private Restoring() {}

  /** How it ended, and all that it said. */
  record Outcome(int exitCode, String output) {}

  /**
   * Puts a backup into a copy that was never started.
   *
   * @param ledger the ledger's path, or {@code --without-ledger}
   */
  static Outcome run(Distribution target, Path backup, String ledger)
      throws IOException, InterruptedException {
    Path data = target.home().resolve("data/svara");
    Process process =
        new ProcessBuilder(
                JavaHomes.current().resolve("bin/java").toString(),
                "-cp",
                bundle(target).toString(),
                "io.svara.journal.file.Restore",
                backup.toString(),
                data.resolve("journal").toString(),
                data.resolve("blobs").toString(),
                ledger)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private static Path bundle(Distribution installation) throws IOException {
    try (Stream<Path> files = Files.walk(installation.home().resolve("system"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("svara-journal-file-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
