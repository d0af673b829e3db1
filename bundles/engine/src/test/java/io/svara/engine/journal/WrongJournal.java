package io.svara.engine.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A journal that is right but for one fault: each class within has another. They run under {@link
 * JournalContractTest}, not by themselves.
 */
abstract class WrongJournal implements Journal, JournalContract {
  final MemoryJournal right = new MemoryJournal();

  @Override
  public Journal journal() {
    return this;
  }

  @Override
  public Journal reopened() {
    return this;
  }

  @Override
  public String id() {
    return right.id();
  }

  @Override
  public Appended append(Batch batch) {
    return right.append(batch);
  }

  @Override
  public CompletableFuture<Appended> submit(Batch batch) {
    try {
      return CompletableFuture.completedFuture(append(batch));
    } catch (ExpectationFailed e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public long head() {
    return right.head();
  }

  @Override
  public long revision(String stream) {
    return right.revision(stream);
  }

  @Override
  public List<Entry> read(long from, int max) {
    return right.read(from, max).stream().map(this::shown).toList();
  }

  Entry shown(Entry entry) {
    return entry;
  }

  @Override
  public List<Entry> next(long from, int max, Duration wait) throws InterruptedException {
    return right.next(from, max, wait).isEmpty() ? List.of() : read(from, max);
  }

  @Override
  public int redact(Collection<Long> positions, String reason) {
    return right.redact(positions, reason);
  }

  @Override
  public long erasures() {
    return right.erasures();
  }

  @Override
  public Optional<String> trouble() {
    return right.trouble();
  }

  /** Counts the calls instead of what they destroyed. */
  static final class CountsRedactionsAsErasures extends WrongJournal {
    private long calls;

    @Override
    public int redact(Collection<Long> positions, String reason) {
      calls++;
      return super.redact(positions, reason);
    }

    @Override
    public long erasures() {
      return calls;
    }
  }

  static final class SkipsAPosition extends WrongJournal {
    @Override
    public Appended append(Batch batch) {
      Appended appended = super.append(batch);
      boolean second = appended.first() == 2 && batch.entries().size() == 3;
      return second ? new Appended(3, 5) : appended;
    }
  }

  static final class ForgetsTheCause extends WrongJournal {
    @Override
    Entry shown(Entry e) {
      return with(e, e.revision(), OptionalLong.empty(), e.payload());
    }
  }

  static final class TakesEmptyForRedacted extends WrongJournal {
    @Override
    Entry shown(Entry e) {
      return with(e, e.revision(), e.cause(), e.payload().filter(bytes -> bytes.length > 0));
    }
  }

  static final class ChecksOnlyItsOwnStreams extends WrongJournal {
    @Override
    public Appended append(Batch batch) {
      List<String> own = batch.entries().stream().map(NewEntry::stream).toList();
      return super.append(
          new Batch(
              batch.entries(),
              batch.expectations().stream().filter(x -> own.contains(x.stream())).toList()));
    }
  }

  /** Its expectations are looked at one after the other, each with what it is about. */
  static final class KeepsPartOfARefusedBatch extends WrongJournal {
    @Override
    public Appended append(Batch batch) {
      if (batch.expectations().size() > 1) {
        right.append(new Batch(batch.entries().subList(0, 1), batch.expectations().subList(0, 1)));
      }
      return super.append(batch);
    }
  }

  /** Looks whether the expectation holds, and appends a moment later. */
  static final class ChecksBeforeItsTurn extends WrongJournal {
    @Override
    public Appended append(Batch batch) {
      for (Batch.Expectation expected : batch.expectations()) {
        long actual = revision(expected.stream());
        if (actual != expected.revision()) {
          throw new ExpectationFailed(expected.stream(), expected.revision(), actual);
        }
        Thread.yield();
      }
      return super.append(new Batch(batch.entries(), List.of()));
    }
  }

  /** Appends entry by entry when nobody is expected to interfere. */
  static final class MixesConcurrentBatches extends WrongJournal {
    @Override
    public Appended append(Batch batch) {
      if (batch.entries().get(0).stream().startsWith("s") && batch.entries().size() > 1) {
        long last = 0;
        for (NewEntry entry : batch.entries()) {
          last = right.append(Batch.of(entry)).last();
          Thread.yield();
        }
        return new Appended(last - batch.entries().size() + 1, last);
      }
      return super.append(batch);
    }
  }

  /** As a table with a sequence does: a later number is committed before an earlier one. */
  static final class ShowsLateWhatCameEarly extends WrongJournal {
    @Override
    public List<Entry> read(long from, int max) {
      List<Entry> entries = super.read(from, max);
      boolean ofTheTail = max == 10_000 && entries.size() > 1;
      return ofTheTail ? entries.subList(1, entries.size()) : entries;
    }
  }

  static final class SleepsThrough extends WrongJournal {
    @Override
    public List<Entry> next(long from, int max, Duration wait) throws InterruptedException {
      return head() >= from ? read(from, max) : right.next(Long.MAX_VALUE, max, wait);
    }
  }

  static final class NeverWaits extends WrongJournal {
    @Override
    public List<Entry> next(long from, int max, Duration wait) throws InterruptedException {
      return right.next(
          from, max, wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ZERO : wait);
    }
  }

  static final class AnswersWithoutBound extends WrongJournal {
    @Override
    public List<Entry> read(long from, int max) {
      List<Entry> all = new ArrayList<>();
      for (long at = from; all.size() < max && at <= head(); at++) {
        all.addAll(super.read(at, 1));
      }
      return all;
    }
  }

  static final class LosesTheHeader extends WrongJournal {
    @Override
    Entry shown(Entry e) {
      return e.payload().isEmpty() && e.position() == 2 && head() == 3
          ? new Entry(2, e.recordedAt(), e.stream(), 2, "", 1, e.cause(), e.payload())
          : e;
    }
  }

  static final class RedactsTheNeighbour extends WrongJournal {
    @Override
    public int redact(Collection<Long> positions, String reason) {
      int count = super.redact(positions, reason);
      if (positions.equals(List.of(4L, 2L))) {
        super.redact(List.of(5L), reason);
      }
      return count;
    }
  }

  static final class CountsWhatItWasAsked extends WrongJournal {
    @Override
    public int redact(Collection<Long> positions, String reason) {
      super.redact(positions, reason);
      return positions.size();
    }
  }

  static final class GetsAnotherName extends WrongJournal {
    private int opened;

    @Override
    public Journal reopened() {
      opened++;
      return this;
    }

    @Override
    public String id() {
      return right.id() + opened;
    }
  }

  static final class SharesItsBytes extends WrongJournal {
    private List<Entry> shared = List.of();

    @Override
    public List<Entry> read(long from, int max) {
      if (head() != 1 || max != 1) {
        return super.read(from, max);
      }
      shared = shared.isEmpty() ? super.read(from, max) : shared;
      return shared;
    }
  }

  static Entry with(Entry e, long revision, OptionalLong cause, Optional<byte[]> payload) {
    return new Entry(
        e.position(),
        e.recordedAt(),
        e.stream(),
        revision,
        e.kind(),
        e.kindVersion(),
        cause,
        payload);
  }
}
