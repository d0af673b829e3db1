package io.svara.host.shelf;

import io.svara.engine.plugins.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;

/** A plugin as it lies on the shelf. */
public record PluginJar(Edition edition, Path file) {
  private static final String LOCATION = "svara:";

  static PluginJar read(Path file) throws IOException {
    // As the framework reads it, which does not look at signatures.
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      BundleHeaders headers = BundleHeaders.of(jar);
      headers.refuseFragment();
      return new PluginJar(headers.edition(), file);
    } catch (IllegalArgumentException wrong) {
      throw new Flawed("it is no plugin: " + Flawed.words(wrong), wrong);
    }
  }

  /** Where the framework has it. */
  public String location() {
    return location(edition);
  }

  /** The same for the same plugin on every machine, so that the bundle cache can be thrown away. */
  public static String location(Edition edition) {
    return LOCATION + edition.plugin() + ":" + edition.version();
  }

  /** Whether a bundle is a plugin: decided by its location alone, in no time. */
  public static boolean isPlugin(Bundle bundle) {
    return bundle.getLocation().startsWith(LOCATION);
  }

  static String fileName(Edition edition) {
    return edition.plugin() + "-" + edition.version() + ".jar";
  }
}
