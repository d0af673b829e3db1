package io.svara.it.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the command lines out of a README, so that what is tested is what is written. */
final class Guide {
  private static final String INDENTED = "    mvn ";

  private Guide() {}

  static List<String> commands(Path readme) throws IOException {
    try (var lines = Files.lines(readme)) {
      return lines.filter(line -> line.startsWith(INDENTED)).map(String::strip).toList();
    }
  }
}
