package io.svara.host.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The digest of what a plugin's jar holds: the SHA-256 of a list as {@code sha256sum} prints it,
 * sorted by name. On it are all files but the report itself and {@code META-INF/maven}; the
 * manifest counts by the headers that a framework acts on, because builds write others after the
 * tests.
 */
final class JarContent {
  /** Where the report travels in the jar. */
  static final String REPORT = "META-INF/svara/conformance.json";

  /** A jar may be sent with 64 MB; classes shrink to about half, text to a tenth. */
  static final long MOST_INFLATED = 512L << 20;

  /** More than any plugin has; each costs memory. */
  private static final int MOST_FILES = 65_535;

  private static final Set<String> ACTED_ON =
      Set.of(
          "bundle-",
          "dynamicimport-",
          "export-",
          "fragment-",
          "import-",
          "multi-release",
          "provide-",
          "require-",
          "service-component");

  private final JarFile jar;
  private final Map<String, String> lines =
      new TreeMap<>((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)));
  private long left = MOST_INFLATED;

  private JarContent(JarFile jar) {
    this.jar = jar;
  }

  /**
   * The digest, in hexadecimal digits.
   *
   * @throws IOException when a file cannot be read, or it cannot be told which bytes it has
   */
  static String digest(JarFile jar) throws IOException {
    return new JarContent(jar).digest();
  }

  private String digest() throws IOException {
    List<JarEntry> files =
        Collections.list(jar.entries()).stream().filter(entry -> !entry.isDirectory()).toList();
    // First, because it is cheap and a jar that fails is looked at anew each time.
    requireTellable(files);
    for (JarEntry file : files) {
      add(file);
    }
    String list =
        lines.entrySet().stream()
            .map(line -> line.getValue() + "  " + line.getKey() + "\n")
            .collect(Collectors.joining());
    return hex(sha256().digest(bytes(list)));
  }

  private static void requireTellable(List<JarEntry> files) throws IOException {
    if (files.size() > MOST_FILES) {
      throw new Flawed("it holds more than " + MOST_FILES + " files");
    }
    Set<String> names = new HashSet<>();
    for (JarEntry file : files) {
      String name = file.getName();
      if (name.chars().anyMatch(Character::isISOControl)) {
        throw new Flawed("the name of one of its files has a line break in it, or the like");
      }
      // Which of the two the framework takes is not known here.
      if (!names.add(name)) {
        throw new Flawed("it holds " + name + " twice");
      }
    }
  }

  private void add(JarEntry file) throws IOException {
    String name = file.getName();
    if (name.equals(JarFile.MANIFEST_NAME)) {
      lines.put(name, hex(sha256().digest(bytes(headers(PluginManifest.of(jar))))));
    } else if (!name.equals(REPORT) && !name.startsWith("META-INF/maven/")) {
      lines.put(name, digest(file));
    }
  }

  private static String headers(Manifest manifest) {
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<Object, Object> header : manifest.getMainAttributes().entrySet()) {
      String name = ((Attributes.Name) header.getKey()).toString().toLowerCase(Locale.ROOT);
      if (ACTED_ON.stream().anyMatch(name::startsWith)) {
        headers.put(name, name + ": " + header.getValue() + "\n");
      }
    }
    return String.join("", headers.values());
  }

  private String digest(JarEntry entry) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[8192];
    try (InputStream bytes = jar.getInputStream(entry)) {
      for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
        left -= read;
        if (left < 0) {
          throw new Flawed("unpacked it is larger than " + (MOST_INFLATED >> 20) + " MB");
        }
        digest.update(piece, 0, read);
      }
    }
    return hex(digest.digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
