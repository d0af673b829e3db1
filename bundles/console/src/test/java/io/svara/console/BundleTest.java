package io.svara.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the gateway needs to serve the pages is in the bundle, and nothing else is asked for. */
class BundleTest {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern MAPPED = Pattern.compile("\"(/vendor/[^\"]+\\.js)\"");

  @Test
  void theManifestOffersThePagesAndImportsNothing() throws IOException {
    try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
      Attributes manifest = new Manifest(in).getMainAttributes();
      assertThat(manifest.getValue("Provide-Capability"))
          .isEqualTo("svara.web;path=\"/\";root=\"/web\"");
      assertThat(manifest.getValue("Import-Package")).isNull();
    }
  }

  @Test
  void theGuideIsPackedWithoutPicturesThatNoChapterShows() {
    assertThat(CLASSES.resolve("web/guide/README.md")).isRegularFile();
    assertThat(CLASSES.resolve("web/guide/images")).doesNotExist();
  }

  @Test
  void everyModuleOfTheImportMapIsThere() throws IOException {
    String page = Files.readString(CLASSES.resolve("web/index.html"));
    assertThat(MAPPED.matcher(page).results().map(found -> found.group(1)))
        .hasSize(4)
        .allSatisfy(path -> assertThat(CLASSES.resolve("web" + path)).isRegularFile());
  }
}
