package io.svara.testing.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A connector as it is shipped: a jar, or the folder of classes from which the build makes one (its
 * manifest in {@code META-INF}).
 */
public final class Plugin {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Path place;
  private final Map<String, Form> forms = new ConcurrentHashMap<>();

  private Plugin(Path place) {
    this.place = place;
  }

  /** Where that class comes from. */
  public static Plugin of(Class<?> type) {
    try {
      return at(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A jar, or a folder that is packed into one. */
  public static Plugin at(Path place) {
    return new Plugin(place);
  }

  /** What reads the files of a plugin. */
  interface Reader<T> {
    T read(Path root) throws IOException;
  }

  /** Reads its files; the root is valid for the length of the call. */
  <T> T files(Reader<T> reader) {
    try {
      if (Files.isDirectory(place)) {
        return reader.read(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return reader.read(jar.getPath("/"));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The plugin cannot be read at " + place + ": build it first.", unreadable);
    }
  }

  /** The form of that id; one without fields where it declares none. */
  Form form(String id) {
    return forms.computeIfAbsent(id, it -> Form.of(this, it));
  }

  /** Its manifest; empty where it has none. */
  Manifest manifest() {
    return files(
        root -> {
          Path file = root.resolve(MANIFEST);
          if (!Files.exists(file)) {
            return new Manifest();
          }
          try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
          }
        });
  }

  /** The jar's bytes, under another version. */
  byte[] packed(String version) {
    Manifest manifest = manifest();
    manifest.getMainAttributes().putValue("Bundle-Version", version);
    return files(root -> packed(root, manifest));
  }

  private static byte[] packed(Path root, Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
        Stream<Path> found = Files.walk(root)) {
      List<Path> files = new ArrayList<>(found.filter(Files::isRegularFile).toList());
      files.sort(Comparator.comparing(Path::toString));
      for (Path file : files) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.equals(MANIFEST)) {
          jar.putNextEntry(new JarEntry(name));
          Files.copy(file, jar);
        }
      }
    }
    return bytes.toByteArray();
  }
}
