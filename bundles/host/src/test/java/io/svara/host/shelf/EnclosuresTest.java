package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Unfit;
import io.svara.host.living.Jars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnclosuresTest {
  private static final Edition ODD = Edition.of("odd", "1.0.0");

  /**
   * Calculated by {@code find . -type f | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum |
   * sha256sum} in a folder with the files below, the manifest being the two lines {@code
   * bundle-symbolicname: odd} and {@code bundle-version: 1.0.0}; so is that in the test of the
   * conformance kit, which calculates by code of its own.
   */
  private static final String DIGEST =
      "e8822fb30379695e660a1a6fdb8d586cd0ca268853c47cc30f7c3c79ed928dde";

  private static final String REPORT = "{\"format\":1}";

  @TempDir Path home;

  private final Manifest manifest = new Manifest();
  private final Map<String, String> files = new LinkedHashMap<>();

  EnclosuresTest() {
    header("Manifest-Version", "1.0");
    header("Bundle-SymbolicName", "odd");
    header("Bundle-Version", "1.0.0");
    header("Created-By", "a build");
    files.put("META-INF/svara/conformance.json", REPORT);
    files.put("b/é.txt", "two\n");
    files.put("a.txt", "one\n");
    files.put("b/empty", "");
    files.put("META-INF/services/x", "three\n");
    files.put("META-INF/maven/group/artifact/pom.xml", "<project/>");
  }

  private void header(String name, String value) {
    manifest.getMainAttributes().put(new Attributes.Name(name), value);
  }

  @Test
  void theReportComesWithTheDigestOfAllElse() throws Exception {
    Enclosed enclosed = kept(jar()).enclosed(ODD).orElseThrow();
    assertThat(enclosed.report()).asString(StandardCharsets.UTF_8).isEqualTo(REPORT);
    assertThat(enclosed.content()).isEqualTo(DIGEST);
  }

  @Test
  void aJarWithoutAReportHasNone() throws Exception {
    files.remove("META-INF/svara/conformance.json");
    assertThat(kept(jar()).enclosed(ODD)).isEmpty();
  }

  @Test
  void anotherFileUnderTheSameNameIsReadAnew() throws Exception {
    Shelf shelf = kept(jar());
    shelf.enclosed(ODD);
    files.put("a.txt", "won\n");
    Path file = Files.write(folder().resolve("odd-1.0.0.jar"), jar());
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(9)));
    assertThat(shelf.enclosed(ODD)).map(Enclosed::content).get().isNotEqualTo(DIGEST);
  }

  @Test
  void aFileThatIsThereTwiceLeavesItOpenWhatTheJarHolds() throws Exception {
    files.put("a.tyt", "other\n");
    byte[] twice = renamed(jar(), "a.tyt", "a.txt");
    assertThatThrownBy(() -> kept(twice).enclosed(ODD))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("it holds a.txt twice");
  }

  @Test
  void aReportThatIsThereTwiceIsNone() throws Exception {
    files.put("META-INF/svara/conformance.jsan", "{}");
    byte[] twice =
        renamed(jar(), "META-INF/svara/conformance.jsan", "META-INF/svara/conformance.json");
    assertThatThrownBy(() -> kept(twice).enclosed(ODD))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("twice");
  }

  @Test
  void aReportOfManyMegabytesIsNotRead() throws Exception {
    files.remove("META-INF/svara/conformance.json");
    byte[] huge = Jars.with(jar(), "META-INF/svara/conformance.json", 300 << 20);
    assertThatThrownBy(() -> kept(huge).enclosed(ODD))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("its report is larger than 1 MB");
  }

  @Test
  void whatIsNotKeptSaysSo() {
    assertThatThrownBy(() -> shelf().enclosed(ODD))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("No jar of odd 1.0.0", folder().toString());
  }

  @Test
  void aJarThatCannotBeReadHereIsNotItsMakersFault() throws Exception {
    PluginJar gone = new PluginJar(ODD, folder().resolve("odd-1.0.0.jar"));
    assertThatThrownBy(() -> new Enclosures().of(gone))
        .matches(thrown -> !Flawed.isWhy((Exception) thrown));
    kept(new byte[] {1, 2, 3});
    assertThatThrownBy(() -> new Enclosures().of(gone))
        .matches(thrown -> Flawed.isWhy((Exception) thrown));
  }

  private Path folder() {
    return home.resolve("plugins");
  }

  private Shelf kept(byte[] jar) throws IOException {
    Files.createDirectories(folder());
    Files.write(folder().resolve("odd-1.0.0.jar"), jar);
    return shelf();
  }

  private Shelf shelf() {
    return new Shelf(new ShelfConfig.Folders(folder(), home.resolve("shipped")), name -> false);
  }

  private byte[] jar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** The JDK writes no name twice, so a name of the same length is exchanged in the bytes. */
  private static byte[] renamed(byte[] jar, String from, String to) {
    String bytes = new String(jar, StandardCharsets.ISO_8859_1).replace(from, to);
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }
}
