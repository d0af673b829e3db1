package io.svara.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the folder that Karaf's plugin assembled. */
class PackingTest {
  private static final Instant TIME = Instant.parse("2026-11-22T00:00:00Z");

  @TempDir Path folder;

  private Path home(String name) throws IOException {
    Path home = folder.resolve(name);
    write(home.resolve("bin/karaf"), "run");
    write(home.resolve("etc/a.cfg"), "a = 1");
    write(home.resolve("tools/report"), "report");
    return home;
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<String> entries(Path archive) throws IOException {
    List<String> entries = new ArrayList<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.add(Integer.toOctalString(entry.getMode() & 0777) + " " + entry.getName());
      }
    }
    return entries;
  }

  @Test
  void programsOfSvaraAndOfTheOverlayMayBeExecutedAndNothingElse() throws IOException {
    Path home = home("home");
    Path tool = write(folder.resolve("overlay/tools/report"), "report");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    write(folder.resolve("overlay/etc/a.cfg"), "a = 1");
    Modes.set(home, folder.resolve("overlay"));
    Path archive = folder.resolve("support.tar.gz");
    Archive.write(home, archive, "support", TIME);
    assertThat(entries(archive))
        .containsExactly(
            "755 support/bin/",
            "755 support/bin/karaf",
            "755 support/etc/",
            "644 support/etc/a.cfg",
            "755 support/tools/",
            "755 support/tools/report");
  }

  @Test
  void theSameFilesOfAnotherTimeGiveTheSameBytes() throws IOException {
    Path one = home("one");
    Path other = home("other");
    Files.setLastModifiedTime(other.resolve("etc/a.cfg"), FileTime.from(Instant.EPOCH));
    Path first = folder.resolve("first.tar.gz");
    Path second = folder.resolve("second.tar.gz");
    Archive.write(one, first, "support", TIME);
    Archive.write(other, second, "support", TIME);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void aNameBeyondAsciiIsTheSameWhateverTheLocale() throws IOException {
    Path home = folder.resolve("home");
    write(home.resolve("etc/grüße.cfg"), "a = 1");
    Path archive = folder.resolve("support.tar.gz");
    Archive.write(home, archive, "support", TIME);
    assertThat(entries(archive)).contains("644 support/etc/grüße.cfg");
    try (InputStream tar = new GzipCompressorInputStream(Files.newInputStream(archive))) {
      // What tar calls a pax header: length, name, value, in UTF-8 by the standard.
      assertThat(new String(tar.readAllBytes(), StandardCharsets.UTF_8))
          .contains(" path=support/etc/grüße.cfg\n");
    }
  }

  @Test
  void theCompositionNamesThePluginsAndTheDigestOfEachFile() throws Exception {
    Path home = home("home");
    ChosenPlugin bell =
        ChosenPlugin.of(
            "com.example:bell:1.0", Jar.plugin("bell", "1.0.0").in(folder.resolve("bell.jar")));
    Composition.write(home, "of an earlier build", List.of());
    Composition.write(home, "com.example:support:1.0", List.of(bell));
    assertThat(home.resolve("COMPOSITION"))
        .content()
        .startsWith("# com.example:support:1.0\n")
        .contains("# plugin bell 1.0.0 (com.example:bell:1.0)\n")
        // By sha256sum of the three letters.
        .contains("acba25512100f80b56fc3ccd14c65be55d94800cda77585c5f41a887e398f9be  bin/karaf\n")
        .contains("  etc/a.cfg\n")
        .doesNotContain("  COMPOSITION\n");
  }

  @Test
  void aJarThatWasLaidIntoTheFolderByHandIsRefused() throws IOException {
    Path home = home("home");
    write(home.resolve("plugins/bell-1.0.jar"), "jar");
    assertThatThrownBy(() -> Handwork.refuse(home))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("plugins/bell-1.0.jar comes from src/main/distribution");
  }

  @Test
  void aNameThatWasMadeUpIsTheSameNextTime() throws IOException {
    assertThat(named("one", "921120bb-a1a9-41ce-b06b-32fd3549d4fd"))
        .isEqualTo(named("other", "0c7b2a52-5e38-48bd-ae79-77a8793787dc"))
        .contains("file:${karaf.etc}/composed-1.xml");
  }

  private String named(String name, String random) throws IOException {
    Path etc = folder.resolve(name);
    write(
        etc.resolve("org.apache.karaf.features.cfg"),
        "featuresRepositories = file:${karaf.etc}/" + random + ".xml\nfeaturesBoot = " + random);
    write(etc.resolve(random + ".xml"), "<features name=\"" + random + "\"/>");
    MadeUpNames.replace(etc);
    return Files.readString(etc.resolve("org.apache.karaf.features.cfg"))
        + Files.readString(etc.resolve("composed-1.xml"));
  }
}
