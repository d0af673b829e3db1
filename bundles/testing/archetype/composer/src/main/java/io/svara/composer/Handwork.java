package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Jars that somebody laid into the folder of plugins by hand: nobody would have looked at them. */
final class Handwork {
  private Handwork() {}

  static void refuse(Path home) throws IOException, Refusal {
    Path plugins = home.resolve("plugins");
    if (!Files.isDirectory(plugins)) {
      return;
    }
    try (Stream<Path> files = Files.list(plugins)) {
      Optional<Path> jar =
          files.filter(file -> file.toString().endsWith(".jar")).sorted().findFirst();
      if (jar.isPresent()) {
        throw new Refusal(
            "plugins/"
                + jar.get().getFileName()
                + " comes from src/main/distribution, where nobody examines it: choose the plugin by"
                + " a dependency of type svara-plugin instead.");
      }
    }
  }
}
