package io.svara.host.shelf;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What a jar must be so that it can be a plugin. It asks no framework, so that whoever composes a
 * distribution hears the same words as whoever installs a plugin while Svara runs.
 */
public final class Examination {
  private Examination() {}

  /**
   * The plugin that a jar is. Any thread.
   *
   * @param file the jar as a file, read as the framework will read it: a jar can show two manifests
   * @throws Unfit when it is a bundle that may not run as a plugin, with why
   * @throws IOException when it cannot be read to its end
   * @throws IllegalArgumentException when it is no bundle, with why
   */
  public static Edition of(Path file) throws IOException, Unfit {
    // As the framework reads it, which does not look at signatures.
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      requireWhole(jar);
      BundleHeaders headers = BundleHeaders.of(jar);
      Edition edition = headers.edition();
      Optional<String> objection = headers.objection();
      if (objection.isPresent()) {
        throw new Unfit(edition + " cannot be a plugin: " + objection.get() + ".");
      }
      return edition;
    }
  }

  /** Every entry can be read, and they are not many times as large as the jar. */
  private static void requireWhole(JarFile jar) throws IOException {
    long left = JarContent.MOST_INFLATED;
    byte[] piece = new byte[8192];
    for (JarEntry entry : Collections.list(jar.entries())) {
      try (InputStream bytes = jar.getInputStream(entry)) {
        for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
          left -= read;
          if (left < 0) {
            throw new Flawed(
                "unpacked it is larger than "
                    + (JarContent.MOST_INFLATED >> 20)
                    + " MB; no plugin is");
          }
        }
      }
    }
  }
}
