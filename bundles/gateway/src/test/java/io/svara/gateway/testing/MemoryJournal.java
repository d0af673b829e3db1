package io.svara.gateway.testing;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalCare;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.journal.NewEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A journal that forgets. */
public final class MemoryJournal implements Journal, JournalCare {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Long> redacted = new ArrayList<>();
  private Optional<String> trouble = Optional.empty();

  public synchronized void breakDown(String why) {
    trouble = Optional.of(why);
  }

  public synchronized void mend() {
    trouble = Optional.empty();
  }

  public Appended add(String stream, String kind, String payload) {
    return append(
        Batch.of(
            new NewEntry(
                stream, kind, 1, OptionalLong.empty(), payload.getBytes(StandardCharsets.UTF_8))));
  }

  public synchronized List<Long> redacted() {
    return List.copyOf(redacted);
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public CompletableFuture<Appended> submit(Batch batch) {
    try {
      return CompletableFuture.completedFuture(append(batch));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public synchronized Appended append(Batch batch) {
    if (trouble.isPresent()) {
      throw new JournalUnavailable(trouble.get());
    }
    for (Batch.Expectation expected : batch.expectations()) {
      long actual = revision(expected.stream());
      if (actual != expected.revision()) {
        throw new ExpectationFailed(expected.stream(), expected.revision(), actual);
      }
    }
    long first = entries.size() + 1L;
    for (NewEntry entry : batch.entries()) {
      entries.add(
          new Entry(
              entries.size() + 1L,
              Instant.EPOCH,
              entry.stream(),
              revision(entry.stream()) + 1,
              entry.kind(),
              entry.kindVersion(),
              entry.cause(),
              Optional.of(entry.payload())));
    }
    notifyAll();
    return new Appended(first, entries.size());
  }

  @Override
  public synchronized long head() {
    return entries.size();
  }

  @Override
  public synchronized long revision(String stream) {
    return entries.stream().filter(entry -> entry.stream().equals(stream)).count();
  }

  @Override
  public synchronized List<Entry> read(long from, int max) {
    if (from > entries.size()) {
      return List.of();
    }
    int begin = (int) from - 1;
    return List.copyOf(entries.subList(begin, Math.min(entries.size(), begin + max)));
  }

  @Override
  public synchronized List<Entry> next(long from, int max, Duration wait)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (entries.size() < from) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    return read(from, max);
  }

  @Override
  public synchronized int redact(Collection<Long> positions, String reason) {
    redacted.addAll(positions);
    return positions.size();
  }

  @Override
  public synchronized long erasures() {
    return redacted.size();
  }

  @Override
  public synchronized Optional<String> trouble() {
    return trouble;
  }

  @Override
  public long backup(Path folder) {
    return head();
  }

  @Override
  public Findings verify() {
    return new Findings(head(), 0, 0, List.of());
  }

  @Override
  public Standing standing() {
    return new Standing(Path.of("journal"), id(), 1, head(), 1, 4096);
  }
}
