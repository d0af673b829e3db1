package io.svara.composer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenTest {
  @TempDir Path folder;

  private Path bell(Jar jar) throws IOException {
    return jar.in(folder.resolve("bell.jar"));
  }

  @Test
  void aPluginWithoutItsTypeIsRefusedWithTheTypeToAdd() throws IOException {
    Path bell = bell(Jar.plugin("bell", "1.0.0"));
    assertThatThrownBy(() -> Forgotten.refuse("com.example:bell:1.0", bell))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("com.example:bell:1.0 is refused: it imports io.svara.api.channel")
        .hasMessageContaining("add <type>svara-plugin</type> to its dependency");
  }

  @Test
  void aBundleThatKnowsNothingOfSvaraIsTaken() throws IOException {
    Path other = bell(Jar.bundle("bell", "1.0.0").with("Import-Package", "org.slf4j"));
    assertThatCode(() -> Forgotten.refuse("com.example:bell:1.0", other))
        .doesNotThrowAnyException();
  }

  @Test
  void aFileOfFeaturesIsNoJarToLookInto() throws IOException {
    Path features = Files.writeString(folder.resolve("features.xml"), "<features/>");
    assertThatCode(() -> Forgotten.refuse("com.example:features:1.0", features))
        .doesNotThrowAnyException();
  }
}
