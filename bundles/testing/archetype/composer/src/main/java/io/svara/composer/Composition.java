package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file {@code COMPOSITION}: the plugins and their versions, and every file with its SHA-256 as
 * {@code sha256sum --check} reads it.
 */
final class Composition {
  static final String FILE = "COMPOSITION";

  private Composition() {}

  static void write(Path home, String title, List<ChosenPlugin> plugins) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(title).append('\n');
    text.append(
        "# What differs from what was composed: sha256sum --check --quiet COMPOSITION\n#\n");
    for (ChosenPlugin plugin : plugins) {
      text.append("# plugin ").append(plugin).append('\n');
    }
    for (String name : files(home)) {
      text.append(digest(home.resolve(name))).append("  ").append(name).append('\n');
    }
    Files.writeString(home.resolve(FILE), text);
  }

  private static List<String> files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .filter(name -> !name.equals(FILE))
          .sorted()
          .collect(Collectors.toUnmodifiableList());
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
