package io.svara.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Journal} promises, on one machine or on a distributed store. An implementation
 * is not done until its test class implements this interface and every case passes.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public interface JournalContract {

  /** The journal of this test: empty at first, the same one at each call within a test. */
  Journal journal() throws Exception;

  /** Closes the journal of this test in good order and opens it again on the same data. */
  Journal reopened() throws Exception;

  // ---- appending

  @Test
  default void anEmptyJournalHasHeadZeroAndNothingToRead() throws Exception {
    assertThat(journal().head()).isZero();
    assertThat(journal().read(1, 10)).isEmpty();
    assertThat(journal().revision("case:1")).isZero();
    assertThat(journal().trouble()).isEmpty();
  }

  @Test
  default void anEntryReadsBackAsItWasAppended() throws Exception {
    journal().append(Batch.of(entry("raw:1", "first")));
    journal()
        .append(
            Batch.of(
                new NewEntry(
                    "case:1", "message.received", 7, OptionalLong.of(1), "Hej!".getBytes(UTF_8))));

    Entry read = journal().entry(2).orElseThrow();
    assertThat(read.position()).isEqualTo(2);
    assertThat(read.stream()).isEqualTo("case:1");
    assertThat(read.revision()).isEqualTo(1);
    assertThat(read.kind()).isEqualTo("message.received");
    assertThat(read.kindVersion()).isEqualTo(7);
    assertThat(read.cause()).hasValue(1);
    assertThat(read.payload().orElseThrow()).isEqualTo("Hej!".getBytes(UTF_8));
    assertThat(read.recordedAt()).isNotNull();
    assertThat(journal().entry(1).orElseThrow().cause()).isEmpty();
  }

  @Test
  default void positionsBeginAtOneAndHaveNoGap() throws Exception {
    assertThat(journal().append(batch("a", 1))).isEqualTo(new Appended(1, 1));
    assertThat(journal().append(batch("b", 3))).isEqualTo(new Appended(2, 4));
    assertThat(journal().append(batch("a", 2))).isEqualTo(new Appended(5, 6));
    assertThat(journal().read(1, 100)).extracting(Entry::position).containsExactly(range(1, 6));
  }

  @Test
  default void revisionsCountEachStreamAlone() throws Exception {
    journal().append(Batch.of(entry("a", "1"), entry("b", "2"), entry("a", "3")));
    journal().append(Batch.of(entry("a", "4")));

    assertThat(journal().read(1, 10)).extracting(Entry::revision).containsExactly(1L, 1L, 2L, 3L);
    assertThat(journal().revision("a")).isEqualTo(3);
    assertThat(journal().revision("b")).isEqualTo(1);
  }

  @Test
  default void anEmptyPayloadIsNotARedactedOne() throws Exception {
    journal().append(Batch.of(entry("a", "")));
    assertThat(journal().entry(1).orElseThrow().payload().orElseThrow()).isEmpty();
  }

  @Test
  default void aPayloadOfSeveralMegabytesReadsBack() throws Exception {
    byte[] large = new byte[9 << 20];
    for (int i = 0; i < large.length; i += 1000) {
      large[i] = (byte) (i / 1000);
    }
    journal().append(Batch.of(new NewEntry("a", "large", 1, OptionalLong.empty(), large)));
    assertThat(journal().entry(1).orElseThrow().payload().orElseThrow()).isEqualTo(large);
  }

  @Test
  default void anEntryBeyondItsLimitsIsRefusedAndNothingIsAppended() throws Exception {
    List<NewEntry> unsound =
        List.of(
            entry("a".repeat(201), ""),
            entry("", ""),
            entry("möte", ""),
            new NewEntry("a", "k".repeat(101), 1, OptionalLong.empty(), new byte[0]),
            new NewEntry("a", "k", 0, OptionalLong.empty(), new byte[0]),
            new NewEntry("a", "k", 1, OptionalLong.of(0), new byte[0]),
            new NewEntry("a", "k", 1, OptionalLong.empty(), new byte[(64 << 20) + 1]));
    for (NewEntry entry : unsound) {
      assertThatThrownBy(() -> journal().append(Batch.of(entry("a", "sound"), entry)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(journal().head()).isZero();
    journal().append(Batch.of(entry("a".repeat(200), "")));
    assertThat(journal().head()).isEqualTo(1);
  }

  @Test
  default void whatIsReadBelongsToTheReader() throws Exception {
    byte[] given = "mine".getBytes(UTF_8);
    journal().append(Batch.of(new NewEntry("a", "k", 1, OptionalLong.empty(), given)));
    given[0] = 'X';
    journal().entry(1).orElseThrow().payload().orElseThrow()[0] = 'Y';
    assertThat(text(journal().entry(1).orElseThrow())).isEqualTo("mine");
  }

  @Test
  default void whatIsAcknowledgedIsVisible() throws Exception {
    for (int i = 0; i < 200; i++) {
      Appended appended = journal().submit(batch("a", 2)).get(30, TimeUnit.SECONDS);
      assertThat(journal().head()).isGreaterThanOrEqualTo(appended.last());
      assertThat(journal().revision("a")).isEqualTo(appended.last());
      assertThat(journal().entry(appended.last())).isPresent();
    }
  }

  @Test
  default void aCallerThatGivesUpOnItsFutureHarmsNobody() throws Exception {
    journal().submit(batch("a", 1)).cancel(true);
    Appended after = journal().append(batch("b", 1));
    assertThat(journal().read(1, 10)).hasSize((int) after.last());
  }

  // ---- expectations

  @Test
  default void aBatchWhoseExpectationHoldsIsAppended() throws Exception {
    journal().append(expecting(batch("a", 2), "a", 0));
    journal().append(expecting(batch("a", 1), "a", 2));
    assertThat(journal().revision("a")).isEqualTo(3);
  }

  @Test
  default void anExpectationMayNameAStreamThatTheBatchDoesNotWrite() throws Exception {
    journal().append(batch("route", 1));
    journal().append(expecting(batch("a", 1), "route", 1));
    assertThatThrownBy(() -> journal().append(expecting(batch("a", 1), "route", 0)))
        .isInstanceOf(ExpectationFailed.class);
    assertThat(journal().revision("a")).isEqualTo(1);
  }

  @Test
  default void aFailedExpectationTellsTheStreamAndItsActualRevision() throws Exception {
    journal().append(batch("a", 2));
    assertThatThrownBy(() -> journal().append(expecting(batch("a", 1), "a", 1)))
        .isInstanceOfSatisfying(
            ExpectationFailed.class,
            failed -> {
              assertThat(failed.stream()).isEqualTo("a");
              assertThat(failed.actual()).isEqualTo(2);
            });
    assertThatThrownBy(() -> journal().submit(expecting(batch("a", 1), "a", 1)).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ExpectationFailed.class);
  }

  @Test
  default void aBatchWithOneFailedExpectationOfSeveralLeavesNothing() throws Exception {
    journal().append(batch("a", 1));
    Batch both =
        new Batch(
            List.of(entry("a", "2"), entry("b", "1")),
            List.of(new Batch.Expectation("a", 1), new Batch.Expectation("b", 9)));

    assertThatThrownBy(() -> journal().append(both)).isInstanceOf(ExpectationFailed.class);

    assertThat(journal().head()).isEqualTo(1);
    assertThat(journal().revision("a")).isEqualTo(1);
    assertThat(journal().revision("b")).isZero();
    assertThat(journal().append(batch("b", 1))).isEqualTo(new Appended(2, 2));
  }

  @Test
  default void ofSeveralThatExpectTheSameRevisionExactlyOneWins() throws Exception {
    int rounds = 100;
    int racers = 4;
    CyclicBarrier start = new CyclicBarrier(racers);
    List<Callable<Integer>> racing = new ArrayList<>();
    for (int r = 0; r < racers; r++) {
      racing.add(
          () -> {
            int won = 0;
            for (int round = 0; round < rounds; round++) {
              start.await(30, TimeUnit.SECONDS);
              try {
                journal().append(expecting(batch("seat", 1), "seat", round));
                won++;
              } catch (ExpectationFailed lost) {
                assertThat(lost.actual()).isEqualTo(round + 1L);
              }
            }
            return won;
          });
    }
    journal();
    assertThat(together(racing).stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
    assertThat(journal().revision("seat")).isEqualTo(rounds);
  }

  // ---- several at once

  @Test
  default void batchesOfConcurrentSubmittersAreEachWholeAndInOnePiece() throws Exception {
    journal();
    List<Callable<List<Appended>>> submitters = new ArrayList<>();
    for (int s = 0; s < 6; s++) {
      String stream = "s" + s;
      submitters.add(
          () -> {
            List<CompletableFuture<Appended>> pending = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
              pending.add(journal().submit(batch(stream, 3)));
            }
            List<Appended> done = new ArrayList<>();
            for (CompletableFuture<Appended> future : pending) {
              done.add(future.get(30, TimeUnit.SECONDS));
            }
            return done;
          });
    }
    List<Appended> all = together(submitters).stream().flatMap(List::stream).toList();

    assertThat(journal().head()).isEqualTo(6 * 50 * 3);
    assertThat(all).allSatisfy(a -> assertThat(a.last() - a.first()).isEqualTo(2));
    assertThat(all.stream().map(Appended::first).distinct()).hasSize(300);
    for (Appended a : all) {
      List<Entry> entries = journal().read(a.first(), 3);
      assertThat(entries.stream().map(Entry::stream).distinct()).hasSize(1);
      assertThat(entries).extracting(JournalContract::text).containsExactly("0", "1", "2");
    }
  }

  @Test
  default void aReaderOfTheTailNeverSeesAGapNorPartOfABatch() throws Exception {
    journal();
    int submitters = 4;
    int batches = 100;
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      Future<Integer> tail =
          pool.submit(
              () -> {
                long at = 0;
                while (!done.get() || at < journal().head()) {
                  long head = journal().head();
                  List<Entry> seen = journal().read(at + 1, 10_000);
                  for (Entry entry : seen) {
                    assertThat(entry.position()).isEqualTo(++at);
                  }
                  assertThat(at)
                      .as("what the head promised can be read")
                      .isGreaterThanOrEqualTo(head);
                  if (!seen.isEmpty()) {
                    assertThat(text(seen.get(seen.size() - 1))).as("end of a batch").isEqualTo("3");
                  }
                }
                return (int) at;
              });
      List<Future<?>> writing = new ArrayList<>();
      for (int s = 0; s < submitters; s++) {
        String stream = "s" + s;
        writing.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < batches; i++) {
                    journal().append(batch(stream, 4));
                  }
                  return null;
                }));
      }
      for (Future<?> one : writing) {
        one.get(50, TimeUnit.SECONDS);
      }
      done.set(true);
      assertThat(tail.get(50, TimeUnit.SECONDS)).isEqualTo(submitters * batches * 4);
    } finally {
      done.set(true);
      pool.shutdownNow();
    }
  }

  // ---- reading

  @Test
  default void readingBeginsWhereItIsToldAndStopsAtMost() throws Exception {
    for (int i = 0; i < 10; i++) {
      journal().append(batch("a", 10));
    }
    assertThat(journal().read(1, 5)).extracting(Entry::position).containsExactly(range(1, 5));
    assertThat(journal().read(57, 7)).extracting(Entry::position).containsExactly(range(57, 63));
    assertThat(journal().read(98, 50)).extracting(Entry::position).containsExactly(range(98, 100));
    assertThat(journal().read(101, 1)).isEmpty();
    assertThat(journal().read(5, 0)).isEmpty();
    assertThat(journal().entry(101)).isEmpty();
  }

  @Test
  default void aLargeAnswerComesInPartsButNeverEmpty() throws Exception {
    byte[] megabyte = new byte[1 << 20];
    for (int i = 0; i < 20; i++) {
      journal().append(Batch.of(new NewEntry("a", "k", 1, OptionalLong.empty(), megabyte)));
    }
    List<Entry> part = journal().read(1, 20);
    assertThat(part).hasSizeBetween(1, 15);
    long at = part.get(part.size() - 1).position();
    while (at < 20) {
      List<Entry> more = journal().read(at + 1, 20);
      assertThat(more).isNotEmpty();
      assertThat(more.get(0).position()).isEqualTo(at + 1);
      at += more.size();
    }
    assertThat(at).isEqualTo(20);
  }

  @Test
  default void nextAnswersAtOnceWithWhatIsThere() throws Exception {
    journal().append(batch("a", 3));
    assertThat(journal().next(2, 10, Duration.ofSeconds(30)))
        .extracting(Entry::position)
        .containsExactly(2L, 3L);
  }

  @Test
  default void nextGivesUpWhenTheTimeIsOver() throws Exception {
    long before = System.nanoTime();
    assertThat(journal().next(1, 10, Duration.ofMillis(60))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(55));
    assertThat(journal().next(1, 10, Duration.ZERO)).isEmpty();
  }

  @Test
  default void nextWakesEveryoneWhoWaitsForTheEntry() throws Exception {
    int waiting = 3;
    CountDownLatch ready = new CountDownLatch(waiting);
    journal().append(batch("a", 1));
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      List<Future<List<Entry>>> tails = new ArrayList<>();
      for (int i = 0; i < waiting; i++) {
        tails.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  return journal().next(2, 10, Duration.ofSeconds(10));
                }));
      }
      ready.await();
      long before = System.nanoTime();
      journal().append(batch("a", 1));
      for (Future<List<Entry>> tail : tails) {
        assertThat(tail.get(50, TimeUnit.SECONDS)).extracting(Entry::position).containsExactly(2L);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  default void anInterruptedReaderHarmsNobody() throws Exception {
    journal().append(batch("a", 5));
    Thread reader =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              readQuietly();
            });
    reader.start();
    reader.join();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                journal().next(100, 1, Duration.ofSeconds(50));
                interrupted.complete(false);
              } catch (InterruptedException e) {
                interrupted.complete(true);
              } catch (Exception e) {
                interrupted.completeExceptionally(e);
              }
            });
    waiter.start();
    waiter.interrupt();
    assertThat(interrupted.get(40, TimeUnit.SECONDS)).isTrue();

    journal().append(batch("a", 5));
    assertThat(journal().read(1, 100)).hasSize(10);
  }

  private void readQuietly() {
    try {
      journal().read(1, 5);
    } catch (Exception e) {
      // An interrupted reader may fail itself; what counts is that the others do not.
      Thread.currentThread().interrupt();
    }
  }

  // ---- redaction

  @Test
  default void aRedactedEntryKeepsItsHeaderAndLosesItsPayload() throws Exception {
    journal().append(batch("a", 3));
    Entry before = journal().entry(2).orElseThrow();

    assertThat(journal().redact(List.of(2L), "request 17")).isEqualTo(1);

    Entry after = journal().entry(2).orElseThrow();
    assertThat(after.payload()).isEmpty();
    assertThat(after).usingRecursiveComparison().ignoringFields("payload").isEqualTo(before);
  }

  @Test
  default void redactionLeavesTheNeighboursAlone() throws Exception {
    journal().append(batch("a", 5));
    journal().redact(List.of(4L, 2L), "request 17");
    assertThat(journal().read(1, 10))
        .extracting(e -> e.payload().map(b -> new String(b, UTF_8)))
        .containsExactly(
            Optional.of("0"),
            Optional.empty(),
            Optional.of("2"),
            Optional.empty(),
            Optional.of("4"));
    assertThat(journal().revision("a")).isEqualTo(5);
    assertThat(journal().append(batch("a", 1))).isEqualTo(new Appended(6, 6));
  }

  @Test
  default void redactionCountsOnlyWhatItDestroysNow() throws Exception {
    journal().append(batch("a", 3));
    assertThat(journal().redact(List.of(1L, 2L, 2L), "request 17")).isEqualTo(2);
    assertThat(journal().redact(List.of(1L, 2L, 3L), "request 18")).isEqualTo(1);
    assertThat(journal().redact(List.of(1L, 4L, 99L, 0L, -1L), "request 19")).isZero();
    assertThat(journal().redact(List.of(), "request 20")).isZero();
  }

  @Test
  default void erasuresChangeWithEveryRedactionThatDestroysAndOutliveARestart() throws Exception {
    journal().append(batch("a", 5));
    assertThat(journal().erasures()).isZero();
    journal().redact(List.of(1L, 3L), "request 17");
    assertThat(journal().erasures()).isEqualTo(2);
    journal().redact(List.of(1L), "request 17 again");
    assertThat(journal().erasures()).isEqualTo(2);
    journal().redact(List.of(4L), "request 18");

    assertThat(journal().erasures()).isEqualTo(3);
    assertThat(reopened().erasures()).isEqualTo(3);
  }

  @Test
  default void appendsAndReadsGoOnDuringRedaction() throws Exception {
    for (int i = 0; i < 40; i++) {
      journal().append(batch("a", 5));
    }
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      Future<?> writer =
          pool.submit(
              () -> {
                while (!done.get()) {
                  journal().append(batch("b", 2));
                }
                return null;
              });
      Future<?> reader =
          pool.submit(
              () -> {
                while (!done.get()) {
                  assertThat(journal().read(1, 200))
                      .extracting(Entry::position)
                      .containsExactly(range(1, 200));
                }
                return null;
              });
      for (long p = 1; p <= 200; p += 10) {
        assertThat(journal().redact(LongStream.range(p, p + 10).boxed().toList(), "r"))
            .isEqualTo(10);
      }
      done.set(true);
      writer.get(50, TimeUnit.SECONDS);
      reader.get(50, TimeUnit.SECONDS);
    } finally {
      done.set(true);
      pool.shutdownNow();
    }
    assertThat(journal().read(1, 200)).allSatisfy(e -> assertThat(e.payload()).isEmpty());
    assertThat(journal().read(201, 1000)).allSatisfy(e -> assertThat(e.payload()).isPresent());
  }

  // ---- a restart

  @Test
  default void everythingIsThereAfterARestart() throws Exception {
    String id = journal().id();
    journal().append(batch("a", 5));
    journal().append(batch("b", 2));
    journal().redact(List.of(3L), "request 17");
    List<Entry> before = journal().read(1, 100);

    Journal after = reopened();

    assertThat(after.id()).isEqualTo(id);
    assertThat(after.head()).isEqualTo(7);
    assertThat(after.revision("a")).isEqualTo(5);
    assertThat(after.revision("b")).isEqualTo(2);
    assertThat(after.read(1, 100)).usingRecursiveComparison().isEqualTo(before);
    assertThatThrownBy(() -> after.append(expecting(batch("a", 1), "a", 4)))
        .isInstanceOf(ExpectationFailed.class);
    assertThat(after.append(expecting(batch("a", 1), "a", 5))).isEqualTo(new Appended(8, 8));
  }

  // ---- what the cases are written in

  /** An entry of kind {@code noted} with this text as its payload. */
  static NewEntry entry(String stream, String text) {
    return new NewEntry(stream, "noted", 1, OptionalLong.empty(), text.getBytes(UTF_8));
  }

  /** A batch of so many entries of one stream, whose texts are 0, 1, 2, … */
  static Batch batch(String stream, int size) {
    return new Batch(
        IntStream.range(0, size).mapToObj(i -> entry(stream, String.valueOf(i))).toList(),
        List.of());
  }

  /** The batch, on condition that the stream is at this revision. */
  static Batch expecting(Batch batch, String stream, long revision) {
    return new Batch(batch.entries(), List.of(new Batch.Expectation(stream, revision)));
  }

  /** The payload as text. */
  static String text(Entry entry) {
    return new String(entry.payload().orElseThrow(), UTF_8);
  }

  private static Long[] range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
  }

  private static <T> List<T> together(List<Callable<T>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(work)) {
        results.add(future.get(50, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
