package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle that consists of its manifest. */
final class Jar {
  private final Manifest manifest = new Manifest();

  private Jar(String name, String version) {
    with("Manifest-Version", "1.0").with("Bundle-ManifestVersion", "2");
    with("Bundle-SymbolicName", name).with("Bundle-Version", version);
  }

  static Jar bundle(String name, String version) {
    return new Jar(name, version);
  }

  /** A bundle that a host would take. */
  static Jar plugin(String name, String version) {
    return bundle(name, version)
        .with("Service-Component", "OSGI-INF/bell.xml")
        .with("Import-Package", "io.svara.api.channel;version=\"[1.2,2)\"");
  }

  Jar with(String header, String value) {
    manifest.getMainAttributes().putValue(header, value);
    return this;
  }

  Path in(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }
}
