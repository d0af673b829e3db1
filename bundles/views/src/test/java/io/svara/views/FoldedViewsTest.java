package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.views.Tables.Row;
import io.svara.engine.views.Views.Phase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedViewsTest {
  @TempDir Path folder;
  private final TestJournal journal = new TestJournal("j1");

  @Test
  void foldsWhatIsInTheJournalAndWhatComesAfterwards() throws Exception {
    journal.append("message", "A|Hej, var är min order?");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      assertThat(running.row("message", "1")).contains("Hej, var är min order?");
      journal.append("message", "A|Den kom inte.");
      running.caughtUp();
      assertThat(running.row("case", "A")).contains("2");
      assertThat(running.find("case", "kom")).containsExactly("A");
      assertThat(running.in(Phase.LIVE).views().progress().position()).isEqualTo(2);
    }
  }

  @Test
  void aCleanStopLeavesNothingToFoldAtTheNextStart() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      journal.append("message", "C" + i % 7 + "|text " + i);
    }
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    journal.append("message", "C0|tail");
    Recording recording = new Recording(new Inbox(1));
    try (Running running = Running.start(folder, journal, recording).caughtUp()) {
      assertThat(recording.folded()).containsExactly(1_001L);
      assertThat(running.row("case", "C0")).contains("144");
      assertThat(running.find("case", "tail")).containsExactly("C0");
      assertThat(running.find("message", "text 99")).hasSize(11);
    }
  }

  @Test
  void nothingCanBeReadBeforeTheRequiredProjectionsAreThere() throws Exception {
    try (Running running = Running.start(folder, journal)) {
      assertThatThrownBy(() -> running.row("case", "A"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("starting");
      assertThat(running.views().await(1, Duration.ofMillis(1))).isFalse();
      assertThat(running.views().progress().phase()).isEqualTo(Phase.STARTING);
      running.views().addProjection(new Inbox(1));
      journal.append("message", "A|hej");
      assertThat(running.caughtUp().row("case", "A")).contains("1");
    }
  }

  @Test
  void rangesAreOrderedAndBounded() throws Exception {
    for (String id : new String[] {"b", "a", "c", "å", "\uFFFE", "𝒳"}) {
      journal.append("message", id + "|x");
    }
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      assertThat(running.views().prefixed("case", "", 10))
          .extracting(Row::key)
          .containsExactly("a", "b", "c", "å", "𝒳", "\uFFFE");
      assertThat(running.views().range("case", "a", "c", true, 10))
          .extracting(Row::key)
          .containsExactly("b", "a");
      assertThat(running.views().range("case", "a", "z", false, 1))
          .extracting(Row::key)
          .containsExactly("a");
      assertThat(running.views().range("case", "z", "a", false, 1)).isEmpty();
    }
  }
}
