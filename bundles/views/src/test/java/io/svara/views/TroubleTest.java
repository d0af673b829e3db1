package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Views.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
  @TempDir Path folder;
  private final TestJournal journal = new TestJournal("j1");

  /** What the next version of a bundle brings: the same name and layout, without the fault. */
  private record Corrected(Inbox inner) implements Projection {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public int layout() {
      return inner.layout();
    }

    @Override
    public void fold(Entry entry, Canvas canvas) {
      if (!entry.kind().equals("poison")) {
        inner.fold(entry, canvas);
      }
    }
  }

  @Test
  void aProjectionThatThrowsStopsTheViewsWithWordsAndACorrectedOneGoesOn() throws Exception {
    Inbox faulty = new Inbox(1);
    journal.append("message", "A|before");
    journal.append("poison", "x");
    journal.append("message", "A|after");
    try (Running running = Running.start(folder, journal, faulty).in(Phase.STOPPED)) {
      assertThat(running.views().progress().trouble().orElseThrow())
          .contains("projection engine")
          .contains("entry 2")
          .contains("poison")
          .doesNotContain("cannot fold x");
      assertThat(running.views().position()).isEqualTo(1);
      assertThat(running.row("case", "A")).contains("1");
      assertThat(running.find("case", "before")).containsExactly("A");

      running.views().addProjection(new Corrected(new Inbox(1)));
      running.views().removeProjection(faulty);
      running.caughtUp().in(Phase.LIVE);
      assertThat(running.row("case", "A")).contains("2");
      assertThat(running.views().progress().trouble()).isEmpty();
    }
  }

  @Test
  void aRebuildThatFailsLeavesTheOldViewsAliveAndSaysSo() throws Exception {
    journal.append("message", "A|one");
    journal.append("poison", "x");
    Corrected corrected = new Corrected(new Inbox(1));
    try (Running running = Running.start(folder, journal, corrected).caughtUp()) {
      Inbox faulty = new Inbox(1);
      running.views().addProjection(faulty);
      // What is appended after a fold was seen is folded by whoever is there now, so the second one
      // is the faulty one's.
      journal.append("message", "B|before");
      running.caughtUp();
      journal.append("message", "C|after");
      running.caughtUp();
      running.views().rebuild("test");
      await().atMost(Running.PATIENT).until(() -> running.views().progress().trouble().isPresent());
      journal.append("message", "A|two");
      assertThat(running.caughtUp().row("case", "A")).contains("2");
      assertThat(running.views().progress().phase()).isEqualTo(Phase.REBUILDING);

      running.views().removeProjection(faulty);
      running.in(Phase.LIVE);
      assertThat(running.row("case", "A")).contains("2");
    }
  }

  @Test
  void aNewLayoutWhileRunningRebuildsWhileTheOldViewsAnswer() throws Exception {
    journal.append("message", "A|one");
    Inbox old = new Inbox(1);
    try (Running running = Running.start(folder, journal, old).caughtUp()) {
      Recording recording = new Recording(new Inbox(2));
      running.views().addProjection(recording);
      running.views().removeProjection(old);
      await().atMost(Running.PATIENT).until(() -> recording.folded().equals(List.of(1L)));
      running.in(Phase.LIVE);
      assertThat(running.row("case", "A")).contains("1");
    }
  }

  @Test
  void aProjectionThatGoesAwayAndComesBackCostsNothing() throws Exception {
    Recording recording = new Recording(new Inbox(1));
    journal.append("message", "A|one");
    try (Running running = Running.start(folder, journal, recording).caughtUp()) {
      running.views().removeProjection(recording);
      running.in(Phase.STOPPED);
      assertThat(running.views().progress().trouble().orElseThrow()).contains("engine");
      assertThat(running.row("case", "A")).contains("1");
      journal.append("message", "A|two");
      running.views().addProjection(recording);
      running.caughtUp();
      assertThat(recording.folded()).containsExactly(1L, 2L);
    }
  }

  @Test
  void aJournalThatCannotBeReadIsReadAgainLater() throws Exception {
    journal.append("message", "A|one");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      journal.fail("the disk is away");
      running.in(Phase.STOPPED);
      assertThat(running.views().progress().trouble().orElseThrow()).contains("the disk is away");
      assertThat(running.row("case", "A")).contains("1");
      journal.recover();
      journal.append("message", "A|two");
      assertThat(running.caughtUp().row("case", "A")).contains("2");
      running.in(Phase.LIVE);
    }
  }

  @Test
  void viewsThatCannotBeWrittenAnyMoreAreOpenedAnew() throws Exception {
    journal.append("message", "A|one");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      Trees.delete(folder.resolve("gen-1/work/index"));
      await()
          .atMost(Running.PATIENT)
          .until(
              () -> {
                journal.append("message", "A|more");
                running.find("message", "more");
                return running.views().progress().trouble().isPresent();
              });
      assertThat(running.row("case", "A")).as("what there was is still read").isPresent();
      running.in(Phase.LIVE).caughtUp();
      assertThat(running.row("case", "A")).contains(Long.toString(journal.head()));
      assertThat(running.find("case", "one more")).containsExactly("A");
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsTriedAgainUntilItCan() throws Exception {
    Path file = Files.createFile(folder.resolve("in-the-way"));
    journal.append("message", "A|one");
    try (Running running = Running.start(file, journal, new Inbox(1))) {
      await().atMost(Running.PATIENT).until(() -> running.views().progress().trouble().isPresent());
      assertThat(running.views().progress().phase()).isEqualTo(Phase.STARTING);
      Files.delete(file);
      assertThat(running.caughtUp().row("case", "A")).contains("1");
    }
  }

  @Test
  void aSecondStartOnTheSameFolderIsRefused() throws Exception {
    journal.append("message", "A|one");
    try (Running first = Running.start(folder, journal, new Inbox(1)).caughtUp();
        Running second = Running.start(folder, journal, new Inbox(1))) {
      await().atMost(Running.PATIENT).until(() -> second.views().progress().trouble().isPresent());
      assertThat(second.views().progress().trouble().orElseThrow()).contains("in use");
      assertThat(first.row("case", "A")).contains("1");
    }
  }
}
