package io.svara.host.shelf;

import io.svara.engine.plugins.Enclosed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Reads the reports that jars enclose. A jar is unpacked for its digest once, and again when its
 * file is another: people look at the page of plugins often. Thread-safe.
 */
final class Enclosures {
  /** Many times what a kit writes. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int REMEMBERED = 500;

  private final Map<Stamp, String> digests =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stamp, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * The report and what it should be about; empty where the jar encloses none.
   *
   * @throws IOException when it cannot be told; the message continues a sentence
   */
  Optional<Enclosed> of(PluginJar plugin) throws IOException {
    Stamp stamp = Stamp.of(plugin.file());
    // As the framework reads it, which does not look at signatures.
    try (JarFile jar = new JarFile(plugin.file().toFile(), false)) {
      ZipEntry entry = jar.getEntry(JarContent.REPORT);
      if (entry == null) {
        return Optional.empty();
      }
      return Optional.of(new Enclosed(report(jar, entry), digest(stamp, jar)));
    }
  }

  private static byte[] report(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Flawed("its report is larger than " + (MOST_BYTES >> 20) + " MB");
      }
      return bytes;
    }
  }

  private String digest(Stamp stamp, JarFile jar) throws IOException {
    synchronized (digests) {
      String known = digests.get(stamp);
      if (known != null) {
        return known;
      }
    }
    String digest = JarContent.digest(jar);
    synchronized (digests) {
      digests.put(stamp, digest);
    }
    return digest;
  }

  private record Stamp(Path file, long size, FileTime changed) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(file, found.size(), found.lastModifiedTime());
    }
  }
}
