package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.views.Views.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
  private static final String SECRET = "hemligtpersonnummer";

  @TempDir Path folder;
  private final TestJournal journal = new TestJournal("j1");

  @Test
  void readersAreAnsweredAndNewEntriesFoldedWhileTheViewsAreRebuilt() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      journal.append("message", "C" + i % 50 + "|text " + i);
    }
    Gate gate = new Gate(new Inbox(1));
    try (Running running = Running.start(folder, journal, gate).caughtUp().in(Phase.LIVE)) {
      gate.holdAt(2_500);
      running.views().rebuild("test");
      gate.awaitHeld();
      assertThat(running.row("case", "C1")).contains("100");
      assertThat(running.find("case", "text 4999")).containsExactly("C49");
      gate.open();
      journal.append("message", "C1|during");
      running.caughtUp();
      assertThat(running.row("case", "C1")).contains("101");
      running.in(Phase.LIVE);
      assertThat(generations()).containsExactly("gen-2");
      assertThat(running.row("case", "C1")).contains("101");
      assertThat(running.find("case", "during")).containsExactly("C1");
    }
  }

  @Test
  void nothingOfARedactedPayloadIsInAnyFileAfterARebuild() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      journal.append("message", "C" + i % 50 + "|text " + i);
    }
    long secret = journal.append("message", "C1|" + SECRET);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      assertThat(running.find("case", SECRET)).containsExactly("C1");
      assertThat(filesWith(SECRET)).as("rows and index hold it before").hasSizeGreaterThan(2);
      journal.redact(List.of(secret), "asked for");
      await().atMost(Running.PATIENT).until(() -> generations().equals(List.of("gen-2")));
      running.in(Phase.LIVE);
      assertThat(filesWith(SECRET)).isEmpty();
      assertThat(running.find("case", SECRET)).isEmpty();
      assertThat(running.row("message", "7")).contains("text 6");
    }
    assertThat(filesWith(SECRET)).as("nor after the last snapshot").isEmpty();
  }

  @Test
  void aRebuildThatWasAskedForSurvivesTheProcess() throws Exception {
    journal.append("message", "A|hej");
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    try (Running notYet = Running.start(folder, journal)) {
      notYet.views().rebuild("doubt");
    }
    Recording recording = new Recording(new Inbox(1));
    try (Running running = Running.start(folder, journal, recording).caughtUp()) {
      assertThat(running.row("message", "1")).contains("hej");
      assertThat(recording.folded()).hasSize(1);
    }
  }

  @Test
  void whatWasFoldedBeforeARedactionIsNotUsedByTheNextStart() throws Exception {
    journal.append("message", "A|" + SECRET);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    journal.redact(List.of(1L), "asked for, and then the process was killed");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      assertThat(running.row("message", "1")).isEmpty();
      assertThat(running.find("case", SECRET)).isEmpty();
      assertThat(filesWith(SECRET)).isEmpty();
    }
  }

  @Test
  void aRedactionThatOvertakesARebuildLeadsToAnother() throws Exception {
    long secret = journal.append("message", "A|" + SECRET);
    for (int i = 0; i < 2_000; i++) {
      journal.append("message", "A|text " + i);
    }
    Gate gate = new Gate(new Inbox(1));
    try (Running running = Running.start(folder, journal, gate).caughtUp()) {
      gate.holdAt(1_500);
      running.views().rebuild("test");
      gate.awaitHeld();
      journal.redact(List.of(secret), "asked for");
      gate.open();
      await().atMost(Running.PATIENT).until(() -> generations().equals(List.of("gen-3")));
      assertThat(running.find("case", SECRET)).isEmpty();
      assertThat(filesWith(SECRET)).isEmpty();
    }
  }

  @Test
  void aRebuildGoesOnWhileSomethingNewComesAllTheTime() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      journal.append("message", "A|text " + i);
    }
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      journal.growWithEveryRead();
      running.views().rebuild("test");
      await().atMost(Running.PATIENT).until(() -> generations().equals(List.of("gen-2")));
      assertThat(running.row("message", "7")).contains("text 6");
    }
  }

  @Test
  void aRebuildAskedForDuringARebuildIsDoneAfterIt() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      journal.append("message", "A|text " + i);
    }
    long secret = journal.append("message", "A|" + SECRET);
    for (int i = 0; i < 2_000; i++) {
      journal.append("message", "A|text " + i);
    }
    Gate gate = new Gate(new Inbox(1));
    try (Running running = Running.start(folder, journal, gate).caughtUp()) {
      gate.holdAt(3_000);
      running.views().rebuild("first");
      gate.awaitHeld();
      journal.redact(List.of(secret), "asked for");
      running.views().rebuild("second");
      gate.open();
      await().atMost(Running.PATIENT).until(() -> generations().equals(List.of("gen-3")));
      assertThat(filesWith(SECRET)).isEmpty();
    }
  }

  @Test
  void aProjectionThatComesLaterFoldsFromTheFirstEntry() throws Exception {
    journal.append("message", "A|hej");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      running.views().addProjection(new Counter("monitor"));
      await().atMost(Running.PATIENT).until(() -> running.row("monitor", "1").isPresent());
      running.in(Phase.LIVE);
      assertThat(running.row("case", "A")).contains("1");
    }
    Running.Settings impatient = new Running.Settings(Set.of(Inbox.NAME), 0, 100_000);
    try (Running running = Running.start(folder, journal, impatient, new Inbox(1)).caughtUp()) {
      assertThat(running.row("monitor", "1")).as("its rows go with it").isEmpty();
    }
  }

  @Test
  void aProjectionThatIsLateAtAStartLeadsToNoRebuild() throws Exception {
    journal.append("message", "A|hej");
    Running.start(folder, journal, new Inbox(1), new Counter("monitor")).caughtUp().close();
    Recording recording = new Recording(new Inbox(1));
    try (Running running = Running.start(folder, journal, recording)) {
      await()
          .atMost(Running.PATIENT)
          .until(
              () ->
                  running
                      .views()
                      .progress()
                      .trouble()
                      .filter(t -> t.contains("monitor"))
                      .isPresent());
      running.views().addProjection(new Counter("monitor"));
      assertThat(running.caughtUp().row("monitor", "1")).isPresent();
      assertThat(recording.folded()).isEmpty();
    }
  }

  private List<String> generations() throws IOException {
    return Trees.children(folder).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.startsWith("gen-"))
        .toList();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  /** Rows keep characters one by one and the index keeps words whole; both are ASCII here. */
  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
