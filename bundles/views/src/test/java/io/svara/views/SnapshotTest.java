package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.views.Tables.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  private static final Running.Settings OFTEN = new Running.Settings(Set.of(Inbox.NAME), 60, 1_000);

  @TempDir Path folder;
  @TempDir Path copies;
  private final TestJournal journal = new TestJournal("j1");

  @Test
  void aSnapshotTakenWhileFoldingPlusTheTailIsTheWhole() throws Exception {
    write(20_000);
    try (Running running = Running.start(folder, journal, OFTEN, new Inbox(1)).caughtUp()) {
      await().atMost(Running.PATIENT).until(() -> newestSnapshot(folder) != null);
      Path copy = copy("killed");
      Recording recording = new Recording(new Inbox(1));
      try (Running second = Running.start(copy, journal, OFTEN, recording).caughtUp()) {
        assertThat(recording.folded()).hasSizeLessThan(20_000);
        assertSame(running, second);
      }
    }
  }

  @Test
  void aFolderCopiedAtAnyMomentOfFoldingStartsAgain() throws Exception {
    Running.Settings constantly = new Running.Settings(Set.of(Inbox.NAME), 60, 100);
    try (Running running = Running.start(folder, journal, constantly, new Inbox(1))) {
      for (int kill = 0; kill < 8; kill++) {
        write(1_000);
        Path copy = copy("kill-" + kill);
        try (Running second = Running.start(copy, journal, constantly, new Inbox(1)).caughtUp()) {
          running.caughtUp();
          assertSame(running, second);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
  void aTornSnapshotNeverShowsWrongContent(long seed) throws Exception {
    write(300);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    Random random = new Random(seed);
    List<Path> files = files(newestSnapshot(folder));
    Path torn = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(torn);
    if (random.nextBoolean() || bytes.length == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Files.write(torn, bytes);
    Path other = copies.resolve("right");
    try (Running running = Running.start(folder, journal, new Inbox(1)).caughtUp();
        Running right = Running.start(other, journal, new Inbox(1)).caughtUp()) {
      assertSame(right, running);
    }
  }

  @Test
  void aMissingFileOfASnapshotLeadsToARebuild() throws Exception {
    write(10);
    for (int i = 0; ; i++) {
      Running.start(folder, journal, new Inbox(1)).caughtUp().close();
      List<Path> files = files(newestSnapshot(folder));
      if (i == files.size()) {
        break;
      }
      Files.delete(files.get(i));
      Recording recording = new Recording(new Inbox(1));
      try (Running running = Running.start(folder, journal, recording).caughtUp()) {
        assertThat(recording.folded()).as("without %s", files.get(i)).hasSize(10);
        assertThat(running.row("last", "position")).contains("9");
      }
    }
  }

  @Test
  void anotherJournalLeadsToARebuild() throws Exception {
    write(10);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    TestJournal other = new TestJournal("j2");
    for (int i = 0; i < 20; i++) {
      other.append("message", "other|text");
    }
    try (Running running = Running.start(folder, other, new Inbox(1)).caughtUp()) {
      assertThat(running.views().prefixed("case", "", 10))
          .extracting(Row::key)
          .containsExactly("other");
    }
  }

  @Test
  void aSnapshotAheadOfTheJournalLeadsToARebuild() throws Exception {
    write(10);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    TestJournal restored = new TestJournal("j1");
    restored.append("message", "A|only this was in the backup");
    try (Running running = Running.start(folder, restored, new Inbox(1)).caughtUp()) {
      assertThat(running.row("last", "position")).contains("1");
      assertThat(running.row("message", "2")).isEmpty();
      assertThat(running.views().position()).isEqualTo(1);
    }
  }

  @Test
  void aRaisedLayoutLeadsToARebuild() throws Exception {
    write(10);
    Running.start(folder, journal, new Inbox(1)).caughtUp().close();
    Recording recording = new Recording(new Inbox(2));
    try (Running running = Running.start(folder, journal, recording).caughtUp()) {
      assertThat(recording.folded()).hasSize(10);
      assertThat(running.row("last", "position")).contains("9");
    }
  }

  private void write(int messages) {
    for (int i = 0; i < messages; i++) {
      long head = journal.head();
      if (i % 10 == 9) {
        journal.append("forget", Long.toString(head - 3));
      } else {
        journal.append("message", "C" + head % 97 + "|word" + head % 13 + " order " + head);
      }
    }
  }

  private static void assertSame(Running expected, Running actual) {
    for (String table : List.of("message", "case", "last")) {
      assertThat(rows(actual, table)).isEqualTo(rows(expected, table));
    }
    for (String text : List.of("word3", "order 1", "wo ord")) {
      assertThat(actual.find("case", text)).isEqualTo(expected.find("case", text));
      assertThat(actual.find("message", text)).isEqualTo(expected.find("message", text));
    }
    assertThat(actual.views().counts("case", "state", Map.of()))
        .isEqualTo(expected.views().counts("case", "state", Map.of()));
  }

  private static List<String> rows(Running running, String table) {
    return running.views().prefixed(table, "", Integer.MAX_VALUE).stream()
        .map(row -> row.key() + "=" + new String(row.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static Path newestSnapshot(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder, 2)) {
      return found
          .filter(path -> path.getFileName().toString().matches("snapshot-\\d+"))
          .findFirst()
          .orElse(null);
    } catch (UncheckedIOException replacedMeanwhile) {
      return null;
    }
  }

  private static List<Path> files(Path snapshot) throws IOException {
    try (Stream<Path> all = Files.walk(snapshot)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What a dead process would have left, except that files may come and go meanwhile. */
  private Path copy(String name) throws IOException {
    Path target = copies.resolve(name);
    copy(folder, target);
    return target;
  }

  private static void copy(Path from, Path to) throws IOException {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
        for (Path child : Trees.children(from)) {
          copy(child, to.resolve(child.getFileName()));
        }
      } else {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (FileSystemException goneMeanwhile) {
      assertThat(from).doesNotExist();
    }
  }
}
