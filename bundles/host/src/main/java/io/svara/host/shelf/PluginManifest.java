package io.svara.host.shelf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * The manifest that the framework acts on. {@link JarFile#getManifest()} takes the last whose name
 * is right but for case, and the JDK parts headers otherwise than Felix does (tried with 7.0.5): so
 * a jar could be judged by one manifest and run by another. Whatever the two might read differently
 * is refused.
 */
final class PluginManifest {
  /** Stands in for a part of the manifest (OSGi Core 8, 3.2.2), but not in every framework. */
  private static final Pattern SUPPLEMENT =
      Pattern.compile("META-INF/versions/\\d+/OSGI-INF/MANIFEST\\.MF", Pattern.CASE_INSENSITIVE);

  /** Many times what a build writes. */
  private static final int MOST_BYTES = 1 << 20;

  private PluginManifest() {}

  /**
   * Reads it.
   *
   * @throws Flawed when it has none, several, or one that can be read in two ways
   * @throws IOException when the jar cannot be read
   */
  static Manifest of(JarFile jar) throws IOException {
    List<JarEntry> entries = Collections.list(jar.entries());
    List<JarEntry> found =
        entries.stream()
            .filter(entry -> entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME))
            .toList();
    if (found.isEmpty()) {
      throw new Flawed("it has no manifest");
    }
    if (found.size() > 1 || !found.get(0).getName().equals(JarFile.MANIFEST_NAME)) {
      throw new Flawed(
          "a jar has exactly one "
              + JarFile.MANIFEST_NAME
              + ", in capitals; this one has "
              + String.join(" and ", found.stream().map(JarEntry::getName).toList()));
    }
    Manifest manifest = read(jar, found.get(0));
    if (manifest.getMainAttributes().containsKey(Attributes.Name.MULTI_RELEASE)
        && entries.stream().anyMatch(entry -> SUPPLEMENT.matcher(entry.getName()).matches())) {
      throw new Flawed("it has other headers for other versions of Java; leave Multi-Release out");
    }
    return manifest;
  }

  private static Manifest read(JarFile jar, JarEntry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = jar.getInputStream(entry)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new Flawed("its manifest is larger than " + (MOST_BYTES >> 20) + " MB");
    }
    requireLines(bytes);
    try {
      return new Manifest(new ByteArrayInputStream(bytes));
    } catch (IOException wrong) {
      throw new Flawed("its manifest is none: " + wrong.getMessage(), wrong);
    }
  }

  /**
   * The JDK passes over a last line without an end, and takes a lone carriage return for the end of
   * one; the framework does neither.
   */
  private static void requireLines(byte[] bytes) throws Flawed {
    boolean plain = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
    for (int i = 0; plain && i < bytes.length; i++) {
      plain = bytes[i] != '\r' || bytes[i + 1] == '\n';
    }
    if (!plain) {
      throw new Flawed(
          "a line of its manifest does not end as lines do, so that it can be read in two ways");
    }
  }
}
