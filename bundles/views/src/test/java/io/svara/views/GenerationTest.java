package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
  private static final Inbox INBOX = new Inbox(1);
  private static final Map<String, Integer> LAYOUTS = Map.of(Inbox.NAME, 1);
  private static final int LARGE = 1 << 20;

  @TempDir Path folder;
  private final TestJournal journal = new TestJournal("j1");

  @Test
  void foldingDoesNotWaitForASnapshotHoweverMuchIsWrittenDuringIt() throws Exception {
    try (Home home = new Home(folder)) {
      home.occupy();
      Generation generation = home.begin(journal, LAYOUTS);
      fold(generation, "A|before");
      try (Generation.Copying copying = generation.copying()) {
        copying.rows();
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> {
              for (int i = 0; i < 100; i++) {
                fold(generation, "A|" + i + "x".repeat(LARGE));
              }
            });
        fold(generation, "A|last before the cut");
        copying.finish();
      }
      fold(generation, "A|after");
      generation.close();

      Generation again = home.open(journal, LAYOUTS);
      assertThat(again.position()).isEqualTo(102);
      assertThat(row(again, "message", "1")).isEqualTo("before");
      assertThat(row(again, "message", "42")).startsWith("40xx").hasSize(LARGE + 2);
      assertThat(row(again, "message", "102")).isEqualTo("last before the cut");
      assertThat(row(again, "case", "A")).isEqualTo("102");
      again.close();
    }
  }

  private void fold(Generation generation, String message) throws Exception {
    long position = journal.append("message", message);
    generation.fold(journal.read(position, 1), List.of(INBOX));
  }

  private static String row(Generation generation, String table, String key)
      throws Generation.Closed {
    return generation.rows(
        rows -> new String(rows.get(RowKey.of(table, key)).orElseThrow(), StandardCharsets.UTF_8));
  }
}
