package io.svara.engine.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The smallest thing that meets {@link JournalContract}: the reference for other implementations,
 * and what tests of the rooms above run on. Nothing survives the process.
 */
public final class MemoryJournal implements Journal {
  private static final long READ_BYTES = 4L << 20;

  private final String id = UUID.randomUUID().toString();
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> revisions = new HashMap<>();

  public MemoryJournal() {
    this(Clock.systemUTC());
  }

  public MemoryJournal(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public CompletableFuture<Appended> submit(Batch batch) {
    batch.entries().forEach(MemoryJournal::refuseBeyondLimits);
    try {
      return CompletableFuture.completedFuture(append(batch));
    } catch (ExpectationFailed e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public synchronized Appended append(Batch batch) {
    batch.entries().forEach(MemoryJournal::refuseBeyondLimits);
    for (Batch.Expectation expected : batch.expectations()) {
      long actual = revision(expected.stream());
      if (actual != expected.revision()) {
        throw new ExpectationFailed(expected.stream(), expected.revision(), actual);
      }
    }
    long first = head() + 1;
    batch.entries().forEach(this::keep);
    notifyAll();
    return new Appended(first, head());
  }

  private void keep(NewEntry entry) {
    entries.add(
        new Entry(
            head() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            entry.stream(),
            revisions.merge(entry.stream(), 1L, Long::sum),
            entry.kind(),
            entry.kindVersion(),
            entry.cause(),
            Optional.of(entry.payload().clone())));
  }

  @Override
  public synchronized long head() {
    return entries.size();
  }

  @Override
  public synchronized long revision(String stream) {
    return revisions.getOrDefault(stream, 0L);
  }

  @Override
  public synchronized List<Entry> read(long from, int max) {
    List<Entry> found = new ArrayList<>();
    long bytes = 0;
    for (long p = Math.max(1, from); p <= head() && found.size() < max; p++) {
      Entry entry = copy(entries.get((int) p - 1));
      bytes += entry.payload().map(b -> b.length).orElse(0);
      if (bytes > READ_BYTES && !found.isEmpty()) {
        break;
      }
      found.add(entry);
    }
    return found;
  }

  @Override
  public synchronized List<Entry> next(long from, int max, Duration wait)
      throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    while (head() < from) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return List.of();
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return read(from, max);
  }

  @Override
  public synchronized int redact(Collection<Long> positions, String reason) {
    Set<Long> destroyed = new HashSet<>();
    for (long position : positions) {
      if (position >= 1 && position <= head()) {
        Entry before = entries.get((int) position - 1);
        if (before.payload().isPresent()) {
          entries.set((int) position - 1, withPayload(before, Optional.empty()));
          destroyed.add(position);
        }
      }
    }
    return destroyed.size();
  }

  @Override
  public synchronized long erasures() {
    return entries.stream().filter(entry -> entry.payload().isEmpty()).count();
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }

  private static Entry copy(Entry entry) {
    return withPayload(entry, entry.payload().map(byte[]::clone));
  }

  private static Entry withPayload(Entry entry, Optional<byte[]> payload) {
    return new Entry(
        entry.position(),
        entry.recordedAt(),
        entry.stream(),
        entry.revision(),
        entry.kind(),
        entry.kindVersion(),
        entry.cause(),
        payload);
  }

  private static void refuseBeyondLimits(NewEntry entry) {
    refuseUnless(isAscii(entry.stream(), 200), "stream is not 1 to 200 characters of ASCII");
    refuseUnless(isAscii(entry.kind(), 100), "kind is not 1 to 100 characters of ASCII");
    refuseUnless(entry.kindVersion() >= 1, "kind version is below 1");
    refuseUnless(entry.cause().orElse(1) >= 1, "cause is below 1");
    refuseUnless(entry.payload().length <= 64 << 20, "payload is above 64 MiB");
  }

  private static boolean isAscii(String text, int most) {
    return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c < 128);
  }

  private static void refuseUnless(boolean sound, String reason) {
    if (!sound) {
      throw new IllegalArgumentException("An entry was refused: its " + reason + ".");
    }
  }
}
