package io.svara.host.living;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Jars for the framework of a test. */
public final class Jars {
  private Jars() {}

  private static OutputStream create(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    return Files.newOutputStream(jar);
  }

  /** The jar or folder of classes that a class of the class path comes from. */
  public static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The manifest of what a class comes from. */
  public static Manifest manifest(Class<?> type) {
    Path source = source(type);
    try {
      if (Files.isDirectory(source)) {
        try (InputStream in = Files.newInputStream(source.resolve(JarFile.MANIFEST_NAME))) {
          return new Manifest(in);
        }
      }
      try (JarFile jar = new JarFile(source.toFile())) {
        return jar.getManifest();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same as a jar, also where the build has only a folder of classes so far. */
  public static Path packed(Class<?> type, Path jar) {
    Path source = source(type);
    try (OutputStream out = create(jar)) {
      if (Files.isRegularFile(source)) {
        Files.copy(source, out);
        return jar;
      }
      Path manifestFile = source.resolve("META-INF/MANIFEST.MF");
      Manifest manifest = new Manifest(Files.newInputStream(manifestFile));
      try (JarOutputStream packed = new JarOutputStream(out, manifest);
          Stream<Path> files = Files.walk(source)) {
        List<Path> content =
            files.filter(f -> Files.isRegularFile(f) && !f.equals(manifestFile)).toList();
        for (Path file : content) {
          packed.putNextEntry(new JarEntry(source.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, packed);
        }
      }
      return jar;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The bytes of a plugin as if it had been built again under another version. */
  public static byte[] again(Path jar, String version) {
    return again(jar, "Bundle-Version", version);
  }

  /** The bytes of a plugin under another name. */
  public static byte[] named(Path jar, String name) {
    return again(jar, "Bundle-SymbolicName", name);
  }

  /** The jar with one more entry, of so many zeros. */
  public static byte[] with(byte[] jar, String name, int zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarInputStream from = new JarInputStream(new ByteArrayInputStream(jar));
        JarOutputStream to = new JarOutputStream(bytes, from.getManifest())) {
      for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
        to.putNextEntry(new JarEntry(entry.getName()));
        from.transferTo(to);
      }
      to.putNextEntry(new JarEntry(name));
      byte[] piece = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= piece.length) {
        to.write(piece, 0, Math.min(left, piece.length));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  private static byte[] again(Path jar, String header, String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarFile from = new JarFile(jar.toFile())) {
      Manifest manifest = new Manifest(from.getManifest());
      manifest.getMainAttributes().putValue(header, value);
      try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
        for (JarEntry entry : Collections.list(from.entries())) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entry.isDirectory()) {
            to.putNextEntry(new JarEntry(entry.getName()));
            from.getInputStream(entry).transferTo(to);
          }
        }
      }
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
