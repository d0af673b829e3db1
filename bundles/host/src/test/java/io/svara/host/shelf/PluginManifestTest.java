package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.living.LivingHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** A jar is judged by the manifest that the framework acts on, or not at all. */
class PluginManifestTest {
  private static final String PLAIN =
      "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: odd\n"
          + "Bundle-Version: 1.0.0\n";
  private static final String GREEDY = "DynamicImport-Package: *";

  @TempDir Path folder;

  @Test
  void anOrdinaryManifestIsRead() throws Exception {
    Path jar = jar(new Piece("META-INF/MANIFEST.MF", PLAIN.replace("\n", "\r\n")));
    assertThat(Examination.of(jar)).isEqualTo(Edition.of("odd", "1.0.0"));
    assertThat(PluginJar.read(jar).edition()).isEqualTo(Edition.of("odd", "1.0.0"));
  }

  @Test
  void whatTheFrameworkWouldActOnIsJudged() throws Exception {
    Path jar = jar(new Piece("META-INF/MANIFEST.MF", PLAIN + GREEDY + "\n"));
    assertThatThrownBy(() -> Examination.of(jar))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("DynamicImport-Package");
  }

  @ParameterizedTest
  @ValueSource(strings = {"META-INF/manifest.mf", "meta-inf/MANIFEST.MF"})
  void aSecondManifestHidesNothing(String second) throws Exception {
    refused(
        jar(
            new Piece("META-INF/MANIFEST.MF", PLAIN + GREEDY + "\n"),
            new Piece("b.txt", ""),
            new Piece(second, PLAIN)),
        second);
  }

  @Test
  void aManifestThatTheFrameworkDoesNotFindIsNone() throws Exception {
    refused(jar(new Piece("META-INF/manifest.mf", PLAIN)), "META-INF/manifest.mf");
    refused(jar(new Piece("a.txt", "")), "no manifest");
  }

  /** Each of these hides a header from the JDK that Felix reads. */
  @ParameterizedTest
  @ValueSource(strings = {GREEDY, "A: b\r\r\nName: x\r\n" + GREEDY + "\r\n\r\n"})
  void aManifestThatCanBeReadInTwoWaysIsRefused(String end) throws Exception {
    refused(jar(new Piece("META-INF/MANIFEST.MF", PLAIN + end)), "in two ways");
  }

  @ParameterizedTest
  @ValueSource(strings = {GREEDY, "A: b\r\r\nName: x\r\n" + GREEDY + "\r\n\r\n"})
  void theFrameworkReadsWhatTheJdkDoesNotSee(String end) throws Exception {
    Path jar = jar(new Piece("META-INF/MANIFEST.MF", PLAIN + end));
    try (JarFile seen = new JarFile(jar.toFile());
        LivingHost host = new LivingHost(folder, Map.of());
        InputStream bytes = Files.newInputStream(jar)) {
      assertThat(seen.getManifest().getMainAttributes().getValue("DynamicImport-Package")).isNull();
      Bundle odd = host.context().installBundle("other:odd", bytes);
      assertThat(odd.getHeaders("").get("DynamicImport-Package")).isEqualTo("*");
    }
  }

  @Test
  void headersForAnotherJavaAreRefusedWhereTheyCount() throws Exception {
    Piece other = new Piece("META-INF/versions/17/OSGI-INF/MANIFEST.MF", "Import-Package: x\n");
    Path embedded = jar(new Piece("META-INF/MANIFEST.MF", PLAIN), other);
    assertThat(Examination.of(embedded)).isEqualTo(Edition.of("odd", "1.0.0"));
    refused(
        jar(new Piece("META-INF/MANIFEST.MF", PLAIN + "Multi-Release: true\n"), other),
        "leave Multi-Release out");
  }

  @Test
  void aSignedJarThatWasChangedIsJudgedAsTheFrameworkWouldRunIt() throws Exception {
    Path jar = jar(new Piece("META-INF/MANIFEST.MF", PLAIN), new Piece("a.txt", "first"));
    String store = folder.resolve("store").toString();
    run(
        "keytool",
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "k",
        "-dname",
        "CN=k",
        "-storepass",
        "secret",
        "-keystore",
        store);
    run("jarsigner", "-keystore", store, "-storepass", "secret", jar.toString(), "k");
    changeText(jar);
    assertThat(Examination.of(jar)).isEqualTo(Edition.of("odd", "1.0.0"));
  }

  private void refused(Path jar, String words) {
    assertThatThrownBy(() -> Examination.of(jar))
        .isInstanceOf(Flawed.class)
        .hasMessageContaining(words);
    assertThatThrownBy(() -> PluginJar.read(jar))
        .as("not even a jar that was put into the folder by hand")
        .isInstanceOf(Flawed.class);
  }

  private record Piece(String name, String text) {}

  private Path jar(Piece... pieces) throws IOException {
    Path jar = Files.createTempFile(folder, "odd", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Piece piece : List.of(pieces)) {
        zip.putNextEntry(new ZipEntry(piece.name()));
        zip.write(piece.text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void changeText(Path jar) throws IOException {
    try (var files = java.nio.file.FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath("a.txt"), "other");
    }
  }

  private static void run(String tool, String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
