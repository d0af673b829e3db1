package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
  /**
   * Calculated by {@code find . -type f | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum |
   * sha256sum} in a folder with these files, the manifest being the two lines {@code
   * bundle-symbolicname: odd} and {@code bundle-version: 1.0.0}.
   */
  private static final String DIGEST =
      "e8822fb30379695e660a1a6fdb8d586cd0ca268853c47cc30f7c3c79ed928dde";

  @TempDir Path folder;

  private final Manifest manifest = new Manifest();
  private final Map<String, String> files = new LinkedHashMap<>();

  ContentTest() {
    header("Manifest-Version", "1.0");
    header("Bundle-Version", "1.0.0");
    header("Bundle-SymbolicName", "odd");
    files.put("b/é.txt", "two\n");
    files.put("a.txt", "one\n");
    files.put("b/empty", "");
    files.put("META-INF/services/x", "three\n");
  }

  private void header(String name, String value) {
    manifest.getMainAttributes().put(new Attributes.Name(name), value);
  }

  @Test
  void theDigestIsThatOfAListAsAnybodyCanMakeIt() throws IOException {
    assertThat(ofAJar()).isEqualTo(DIGEST);
    assertThat(ofAFolder()).isEqualTo(DIGEST);
  }

  @Test
  void whatTheBuildAddsAfterTheTestsChangesNothing() throws IOException {
    header("Created-By", "a build");
    header("Build-Jdk-Spec", "17");
    header("Java-Version", "17");
    files.put("META-INF/maven/group/artifact/pom.xml", "<project/>");
    files.put("META-INF/svara/conformance.json", "{}");
    assertThat(ofAJar()).isEqualTo(DIGEST);
  }

  @Test
  void everythingElseChangesIt() throws IOException {
    header("Bundle-Activator", "odd.Activator");
    assertThat(ofAJar()).isNotEqualTo(DIGEST);
    manifest.getMainAttributes().remove(new Attributes.Name("Bundle-Activator"));
    files.put("META-INF/svara/more.json", "{}");
    assertThat(ofAJar()).isNotEqualTo(DIGEST);
    files.remove("META-INF/svara/more.json");
    files.put("a.txt", "one");
    assertThat(ofAJar()).isNotEqualTo(DIGEST);
  }

  private String ofAJar() throws IOException {
    Path jar = folder.resolve("odd.jar");
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return Content.digest(Plugin.at(jar));
  }

  private String ofAFolder() throws IOException {
    Path root = folder.resolve("classes");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    try (OutputStream bytes = Files.newOutputStream(root.resolve("META-INF/MANIFEST.MF"))) {
      manifest.write(bytes);
    }
    return Content.digest(Plugin.at(root));
  }
}
