package io.svara.host.shelf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** A plugin as it lies on the shelf. */
record PluginJar(String name, Version version, Path file) {
  private static final String LOCATION = "svara:";

  static PluginJar read(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      if (name == null) {
        throw new IOException(file + " is no plugin: its manifest has no Bundle-SymbolicName.");
      }
      Version version =
          Version.parseVersion(manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION));
      return new PluginJar(name.split(";", 2)[0].strip(), version, file);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + " is no plugin: its Bundle-Version is none.", wrong);
    }
  }

  /** The same for the same plugin on every machine, so that the bundle cache can be thrown away. */
  String location() {
    return LOCATION + name + ":" + version;
  }

  String fileName() {
    return name + "-" + version + ".jar";
  }

  static boolean isPlugin(String location) {
    return location.startsWith(LOCATION);
  }
}
