package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
  @TempDir Path folder;

  @Test
  void whatDoesNotFitIntoMemoryIsHandedOverInTheOrderInWhichItWasWritten() throws Exception {
    Path file = folder.resolve("changes");
    Map<String, String> expected = new TreeMap<>();
    try (Changes changes = new Changes(file, 1_000)) {
      for (int i = 0; i < 500; i++) {
        String key = "nyckel-å-" + i % 40;
        if (i % 7 == 0) {
          changes.add(Map.of(key, Optional.empty()));
          expected.remove(key);
        } else {
          changes.add(Map.of(key, Optional.of(bytes("value " + i))));
          expected.put(key, "value " + i);
        }
      }
      assertThat(file).exists();
      assertThat(replayed(changes)).isEqualTo(expected);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void whatFitsIntoMemoryIsInNoFile() throws Exception {
    Path file = folder.resolve("changes");
    try (Changes changes = new Changes(file)) {
      changes.add(Map.of("key", Optional.of(bytes("value"))));
      assertThat(replayed(changes)).isEqualTo(Map.of("key", "value"));
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aFileThatCannotBeWrittenFailsTheHandingOverAndNotTheWriting() throws Exception {
    Path folderInItsPlace = Files.createDirectory(folder.resolve("changes"));
    try (Changes changes = new Changes(folderInItsPlace, 1)) {
      changes.add(Map.of("key", Optional.of(bytes("value"))));
      changes.add(Map.of("other", Optional.of(bytes("value"))));
      assertThatThrownBy(() -> replayed(changes))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folderInItsPlace.toString());
    }
  }

  private static Map<String, String> replayed(Changes changes) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    changes.replay(
        piece ->
            piece.forEach(
                (key, value) -> {
                  rows.remove(key);
                  value.ifPresent(v -> rows.put(key, new String(v, StandardCharsets.UTF_8)));
                }));
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
