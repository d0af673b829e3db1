package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Karaf's plugin makes up a feature for bundles that are dependencies, with random names for it and
 * for its file in {@code etc}. They get lasting names here, in the order in which they are read, so
 * that the same source gives the same bytes.
 */
final class MadeUpNames {
  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final String FEATURES = "org.apache.karaf.features.cfg";

  private MadeUpNames() {}

  static void replace(Path etc) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    learn(Files.readString(etc.resolve(FEATURES)), names);
    for (String name : List.copyOf(names.keySet())) {
      Path file = etc.resolve(name + ".xml");
      if (Files.exists(file)) {
        learn(Files.readString(file), names);
      }
    }
    for (Path file : files(etc)) {
      String text = Files.readString(file);
      String named = renamed(text, names);
      if (!named.equals(text)) {
        Files.writeString(file, named);
      }
      Path name = etc.resolve(renamed(file.getFileName().toString(), names));
      if (!name.equals(file)) {
        Files.move(file, name);
      }
    }
  }

  private static void learn(String text, Map<String, String> names) {
    Matcher found = RANDOM.matcher(text);
    while (found.find()) {
      names.putIfAbsent(found.group(), "composed-" + (names.size() + 1));
    }
  }

  private static String renamed(String text, Map<String, String> names) {
    return RANDOM
        .matcher(text)
        .replaceAll(found -> names.getOrDefault(found.group(), found.group()));
  }

  private static List<Path> files(Path etc) throws IOException {
    try (Stream<Path> files = Files.list(etc)) {
      return files
          .filter(file -> file.getFileName().toString().equals(FEATURES) || isRandom(file))
          .collect(Collectors.toUnmodifiableList());
    }
  }

  private static boolean isRandom(Path file) {
    return RANDOM.matcher(file.getFileName().toString()).lookingAt();
  }
}
