package io.svara.testing.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link NoOp}, which itself can be loaded only where there are servlets. */
final class NoOpBundle {
  static final String PATH = "/no-op";

  private static final String ACTIVATOR = "io.svara.testing.benchmarks.NoOp";

  private NoOpBundle() {}

  static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "svara-testing-no-op");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", ACTIVATOR);
    main.putValue("Import-Package", "jakarta.servlet,jakarta.servlet.http,org.osgi.framework");
    String entry = ACTIVATOR.replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream bytes = NoOpBundle.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
  }
}
