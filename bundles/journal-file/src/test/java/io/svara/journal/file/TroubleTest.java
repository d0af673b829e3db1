package io.svara.journal.file;

import static io.svara.engine.journal.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.JournalContract;
import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a full or failing disk does, and how the journal gets over it. */
final class TroubleTest {
  private static final Path FOLDER = Path.of("/disk/journal");

  private final SimulatedDisk disk = new SimulatedDisk(new Random(1));
  private FileJournal journal;
  private long nanos;

  @BeforeEach
  void open() throws IOException {
    Setup setup = new Setup(disk, FOLDER, Clock.systemUTC(), () -> nanos, 100_000);
    Ledger ledger = new Ledger(disk, Path.of("/disk/ledger"), Clock.systemUTC());
    journal = new FileJournal(setup, ledger, Acknowledgements.direct());
  }

  private Appended append(Batch... batches) throws Exception {
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    for (Batch batch : batches) {
      futures.add(journal.submit(batch));
    }
    journal.turn(0);
    Appended last = null;
    for (CompletableFuture<Appended> future : futures) {
      assertThat(future).isDone();
      try {
        last = future.join();
      } catch (CompletionException e) {
        throw (RuntimeException) e.getCause();
      }
    }
    return last;
  }

  private void passTime() {
    nanos += 2_000_000_000L;
  }

  @Test
  void aFullDiskIsSaidAndNothingAcknowledgedIsLost() throws Exception {
    append(batch("a", 3));
    disk.setFull(true);

    assertThatThrownBy(() -> append(batch("a", 2)))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining(FOLDER.toString())
        .hasMessageContaining("Free space");
    assertThat(journal.trouble().orElseThrow()).contains("No space left on device");
    assertThat(journal.head()).isEqualTo(3);
    assertThat(journal.read(1, 10)).hasSize(3);
    assertThat(journal.revision("a")).isEqualTo(3);
  }

  @Test
  void theJournalGoesOnWithoutARestartWhenSpaceIsBack() throws Exception {
    append(batch("a", 3));
    disk.setFull(true);
    assertThatThrownBy(() -> append(batch("a", 2))).isInstanceOf(JournalUnavailable.class);
    passTime();
    assertThatThrownBy(() -> append(batch("a", 2))).isInstanceOf(JournalUnavailable.class);

    disk.setFull(false);
    passTime();
    assertThat(append(batch("a", 1))).isEqualTo(new Appended(4, 4));
    assertThat(journal.trouble()).isEmpty();
    assertThat(journal.read(1, 10)).hasSize(4);
  }

  @Test
  void theTroubleEndsByItselfThoughNobodySubmits() throws Exception {
    disk.setFull(true);
    assertThatThrownBy(() -> append(batch("a", 2))).isInstanceOf(JournalUnavailable.class);
    disk.setFull(false);
    passTime();
    journal.turn(0);
    assertThat(journal.trouble()).isEmpty();
  }

  @Test
  void aFailedDiskIsNotTriedAgainForEveryBatch() throws Exception {
    disk.setFull(true);
    assertThatThrownBy(() -> append(batch("a", 2))).isInstanceOf(JournalUnavailable.class);
    disk.setFull(false);
    assertThatThrownBy(() -> append(batch("a", 2))).isInstanceOf(JournalUnavailable.class);
  }

  @Test
  void afterAFailedForceTheNextBatchGoesToANewFile() throws Exception {
    append(batch("a", 3));
    disk.failOneForce(0);
    assertThatThrownBy(() -> append(batch("a", 2)))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("Input/output error");
    passTime();
    append(batch("a", 1));
    assertThat(disk.exists(new Segment(FOLDER, 4).path())).isTrue();
    assertThat(journal.read(1, 10)).hasSize(4);
  }

  @Test
  void aRefusalThatRestsOnABatchOfAFailedGroupIsNotToldAsAFailedExpectation() throws Exception {
    disk.failOneForce(0);
    CompletableFuture<Appended> one = journal.submit(batch("a", 1));
    CompletableFuture<Appended> two =
        journal.submit(JournalContract.expecting(batch("a", 1), "a", 0));
    journal.turn(0);
    assertThat(one).isCompletedExceptionally();
    assertThatThrownBy(two::join).hasCauseInstanceOf(JournalUnavailable.class);
  }

  @Test
  void ofOneGroupTheSecondWithTheSameExpectationFails() throws Exception {
    Batch first = JournalContract.expecting(batch("a", 1), "a", 0);
    assertThatThrownBy(() -> append(first, first)).isInstanceOf(ExpectationFailed.class);
    assertThat(journal.head()).isEqualTo(1);
  }

  @Test
  void tooMuchThatWaitsIsRefused() {
    CompletableFuture<Appended> last = journal.submit(batch("a", 1));
    for (int i = 0; i < 20_000 && !last.isDone(); i++) {
      last = journal.submit(batch("a", 1));
    }
    assertThatThrownBy(last::join)
        .hasCauseInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("slower");
  }

  @Test
  void aDamagedEntryInTheMiddleStopsAppendsAndSaysWhere() throws Exception {
    for (int i = 0; i < 10; i++) {
      append(batch("a", 1));
    }
    Path file = new Segment(FOLDER, 1).path();
    long offset = offsetOf(5);
    byte[] bytes = disk.bytes(file);
    bytes[(int) offset + 20] ^= 1;
    disk.corrupt(file, bytes);

    open();

    assertThat(journal.trouble().orElseThrow())
        .contains("entry 5")
        .contains("byte " + offset)
        .contains(file.toString())
        .contains("restore");
    assertThat(journal.head()).isEqualTo(4);
    assertThat(journal.read(1, 10)).hasSize(4);
    assertThatThrownBy(() -> append(batch("a", 1)))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("entry 5");
    assertThat(disk.bytes(file)).isEqualTo(bytes);
  }

  @Test
  void aDamagedPayloadIsFoundWhenItIsReadAndNeverPassedOver() throws Exception {
    append(batch("a", 1));
    append(batch("a", 1));
    append(batch("a", 1));
    Path file = new Segment(FOLDER, 1).path();
    byte[] bytes = disk.bytes(file);
    bytes[(int) offsetOf(2) - 5] ^= 1;
    disk.corrupt(file, bytes);
    open();

    assertThatThrownBy(() -> journal.read(1, 10)).hasMessageContaining("payload of entry 1");
    assertThat(journal.read(2, 10)).hasSize(2);
  }

  @Test
  void aTornTailIsCutOffToTheLastWholeBatch() throws Exception {
    append(batch("a", 2));
    append(batch("a", 3));
    Path file = new Segment(FOLDER, 1).path();
    long whole = offsetOf(3);
    byte[] bytes = disk.bytes(file);
    for (int length = (int) whole; length < bytes.length; length++) {
      disk.corrupt(file, Arrays.copyOf(bytes, length));
      open();
      assertThat(journal.trouble()).isEmpty();
      assertThat(journal.head()).isEqualTo(2);
      assertThat(disk.bytes(file)).hasSize((int) whole);
    }
  }

  @Test
  void entriesThatTheCheckpointKnowsAreNotGivenUpAsATornTail() throws Exception {
    append(batch("a", 2));
    append(batch("a", 3));
    journal.close();
    Path file = new Segment(FOLDER, 1).path();
    byte[] bytes = disk.bytes(file);
    disk.corrupt(file, Arrays.copyOf(bytes, bytes.length - 1));
    open();
    assertThat(journal.trouble().orElseThrow()).contains("entry 5 was durable once");
  }

  @Test
  void aMissingFileIsSaid() throws Exception {
    append(batch("a", 2));
    disk.failOneForce(0);
    assertThatThrownBy(() -> append(batch("a", 1))).isInstanceOf(JournalUnavailable.class);
    passTime();
    append(batch("a", 2));
    disk.delete(new Segment(FOLDER, 1).path());
    open();
    assertThat(journal.trouble().orElseThrow()).contains("entry 2 was durable once");
  }

  @Test
  void aRedactionThatFailedHalfwayIsCountedWhenItIsWholeAndOnlyOnce() throws Exception {
    for (int force = 0; force < 6; force++) {
      long first = append(batch("a", 2)).first();
      long before = journal.erasures();
      disk.failOneForce(force);
      try {
        journal.redact(List.of(first), "request 17");
      } catch (JournalUnavailable halfway) {
        assertThat(journal.erasures()).as("after force %d", force).isEqualTo(before);
      }
      disk.failOneForce(Integer.MAX_VALUE);
      passTime();
      journal.redact(List.of(first), "request 17");
      assertThat(journal.entry(first).orElseThrow().payload()).isEmpty();
      assertThat(journal.erasures()).as("after force %d", force).isEqualTo(before + 1);
    }
    long erasures = journal.erasures();
    open();
    assertThat(journal.erasures()).isEqualTo(erasures);
  }

  private long offsetOf(long position) throws IOException {
    Segments segments = journal.segments();
    try (SegmentReader reader = segments.open(segments.holding(position), segments.extent())) {
      return reader.find(position);
    }
  }
}
