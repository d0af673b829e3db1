package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.views.Tables.Row;
import io.svara.engine.views.Views.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisibilityTest {
  private static final int MESSAGES = 5_000;

  @TempDir Path folder;
  private final TestJournal journal = new TestJournal("j1");

  @Test
  void whoSeesAPositionSeesItsRowsAndFindsItsWords() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      List<Future<Integer>> watching = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        watching.add(readers.submit(() -> watch(running)));
      }
      for (int i = 1; i <= MESSAGES; i++) {
        journal.append("message", "C" + i % 10 + "|" + unique(i));
      }
      for (Future<Integer> watched : watching) {
        assertThat(watched.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** A word that is the beginning of no other: beginnings are found, too. */
  private static String unique(long number) {
    return "unique" + number + "x";
  }

  private static int watch(Running running) {
    int looks = 0;
    for (long seen = 0; seen < MESSAGES; seen = running.views().position()) {
      long last = Long.parseLong(running.row("last", "position").orElse("0"));
      assertThat(last).isGreaterThanOrEqualTo(seen);
      if (seen > 0) {
        assertThat(running.row("message", Long.toString(seen))).contains(unique(seen));
        assertThat(running.find("message", unique(seen))).contains(Long.toString(seen));
      }
      List<Row> rows = running.views().prefixed("case", "", 100);
      long counted = rows.stream().mapToLong(r -> Long.parseLong(text(r))).sum();
      assertThat(counted).as("a range shows whole batches").isGreaterThanOrEqualTo(last);
      looks++;
    }
    return looks;
  }

  private static String text(Row row) {
    return new String(row.value(), StandardCharsets.UTF_8);
  }

  @Test
  void viewsOfAJournalThatGrowsAllTheTimeAreLiveNonetheless() throws Exception {
    journal.append("message", "A|hej");
    journal.growWithEveryRead();
    try (Running running = Running.start(folder, journal, new Inbox(1))) {
      running.in(Phase.LIVE);
    }
  }

  @Test
  void anInterruptedReaderHarmsNobody() throws Exception {
    journal.append("message", "A|hej");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      Thread.currentThread().interrupt();
      running.find("message", "hej");
      running.row("message", "1");
      assertThat(Thread.interrupted()).isTrue();
      journal.append("message", "A|igen");
      running.caughtUp();
      assertThat(running.find("message", "igen")).containsExactly("2");
    }
  }

  @Test
  void whoWaitsForAPositionThatDoesNotComeIsToldSo() throws Exception {
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      assertThat(running.views().await(1, Duration.ofMillis(20))).isFalse();
      assertThat(running.views().await(0, Duration.ZERO)).isTrue();
    }
  }
}
