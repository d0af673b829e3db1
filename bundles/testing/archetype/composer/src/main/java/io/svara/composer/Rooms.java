package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms of Svara, as its features name them, and which of them a distribution can do without.
 * Without another one it may start and even say that it is ready, and still do nothing useful.
 */
final class Rooms {
  private static final Set<String> DISPENSABLE = Set.of("svara-console", "svara-shell");
  private static final Path OURS = Path.of("system", "io", "svara");
  private static final Pattern ROOM = Pattern.compile("mvn:io\\.svara/([^/]+)/[^/<]+</bundle>");

  private Rooms() {}

  /**
   * @throws Refusal when a room is left out that the others need
   */
  static void requireNeeded(Path home) throws IOException, Refusal {
    Set<String> missing = new TreeSet<>();
    for (Path features : features(home.resolve(OURS).resolve("svara-features"))) {
      Matcher room = ROOM.matcher(Files.readString(features));
      while (room.find()) {
        if (!Files.exists(home.resolve(OURS).resolve(room.group(1)))) {
          missing.add(room.group(1));
        }
      }
    }
    missing.removeAll(DISPENSABLE);
    if (!missing.isEmpty()) {
      throw new Refusal(
          "Left out, but needed by the rest of Svara: "
              + String.join(", ", missing)
              + ". Take it out of blacklistedBundles; only "
              + DISPENSABLE.stream().sorted().collect(Collectors.joining(" and "))
              + " may stand there.");
    }
  }

  private static List<Path> features(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .collect(Collectors.toUnmodifiableList());
    }
  }
}
