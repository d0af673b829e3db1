package io.svara.composer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsTest {
  @TempDir Path home;

  @BeforeEach
  void featuresOfThreeRooms() throws IOException {
    Files.writeString(
        folder("svara-features/1").resolve("svara-features-1-features.xml"),
        """
        <bundle start-level="80">mvn:io.svara/svara-guard/1</bundle>
        <bundle start-level="80">mvn:io.svara/svara-engine/1</bundle>
        <bundle start-level="80">mvn:io.svara/svara-console/1</bundle>
        """);
    folder("svara-engine");
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(home.resolve("system/io/svara").resolve(name));
  }

  @Test
  void theConsoleMayBeLeftOut() throws IOException {
    folder("svara-guard");
    assertThatCode(() -> Rooms.requireNeeded(home)).doesNotThrowAnyException();
  }

  @Test
  void aRoomThatTheOthersNeedMayNot() {
    assertThatThrownBy(() -> Rooms.requireNeeded(home))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "Left out, but needed by the rest of Svara: svara-guard. Take it out of"
                + " blacklistedBundles; only svara-console and svara-shell may stand there.");
  }
}
