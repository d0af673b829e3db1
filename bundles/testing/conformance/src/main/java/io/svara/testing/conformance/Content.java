package io.svara.testing.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The digest that binds a report to what was tried: the SHA-256 of a list as {@code sha256sum}
 * prints it, sorted by name, so that anybody can check it by hand. This room's README says what is
 * on the list. The host computes the same with code of its own, which is how each checks the other.
 */
final class Content {
  /** Where the report travels in the jar. */
  static final String REPORT = "META-INF/svara/conformance.json";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Headers that a framework acts on begin so; others are what builds say of themselves. */
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

  private Content() {}

  /** The digest of a plugin, in hexadecimal digits. */
  static String digest(Plugin plugin) {
    Manifest manifest = plugin.manifest();
    return plugin.files(root -> digest(root, manifest));
  }

  private static String digest(Path root, Manifest manifest) throws IOException {
    Map<String, String> digests =
        new TreeMap<>((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)));
    digests.put(MANIFEST, hex(sha256().digest(bytes(headers(manifest)))));
    try (Stream<Path> found = Files.walk(root)) {
      List<Path> files = found.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (counts(name)) {
          digests.put(name, digest(file));
        }
      }
    }
    String list =
        digests.entrySet().stream()
            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    return hex(sha256().digest(bytes(list)));
  }

  private static boolean counts(String name) {
    return !name.equals(MANIFEST) && !name.equals(REPORT) && !name.startsWith("META-INF/maven/");
  }

  private static String headers(Manifest manifest) {
    Map<String, String> lines = new TreeMap<>();
    for (Map.Entry<Object, Object> header : manifest.getMainAttributes().entrySet()) {
      String name = ((Attributes.Name) header.getKey()).toString().toLowerCase(Locale.ROOT);
      if (ACTED_ON.stream().anyMatch(name::startsWith)) {
        lines.put(name, name + ": " + header.getValue() + "\n");
      }
    }
    return String.join("", lines.values());
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
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
