package io.svara.views;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A journal in memory: what the views need of one, and ways to make it fail. */
final class TestJournal implements Journal {
  private final String id;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<String> trouble = Optional.empty();
  private boolean busy;

  TestJournal(String id) {
    this.id = id;
  }

  synchronized long append(String kind, String payload) {
    long position = entries.size() + 1L;
    entries.add(
        new Entry(
            position,
            Instant.EPOCH,
            "stream",
            position,
            kind,
            1,
            OptionalLong.empty(),
            Optional.of(payload.getBytes(StandardCharsets.UTF_8))));
    notifyAll();
    return position;
  }

  /** From now on something new has come whenever somebody has read the rest. */
  synchronized void growWithEveryRead() {
    busy = true;
  }

  synchronized void fail(String why) {
    trouble = Optional.of(why);
    notifyAll();
  }

  synchronized void recover() {
    trouble = Optional.empty();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized long head() {
    return entries.size();
  }

  @Override
  public synchronized List<Entry> read(long from, int max) {
    trouble.ifPresent(
        why -> {
          throw new JournalUnavailable(why);
        });
    int first = (int) Math.min(from - 1, entries.size());
    return List.copyOf(entries.subList(first, Math.min(entries.size(), first + max)));
  }

  @Override
  public synchronized List<Entry> next(long from, int max, Duration wait)
      throws InterruptedException {
    long until = System.nanoTime() + wait.toNanos();
    long left = wait.toMillis();
    while (entries.size() < from && left > 0 && trouble.isEmpty()) {
      wait(left);
      left = Duration.ofNanos(until - System.nanoTime()).toMillis();
    }
    List<Entry> read = read(from, max);
    if (busy) {
      append("message", "A|more");
    }
    return read;
  }

  @Override
  public synchronized int redact(Collection<Long> positions, String reason) {
    for (long position : positions) {
      Entry e = entries.get((int) position - 1);
      entries.set(
          (int) position - 1,
          new Entry(
              position,
              e.recordedAt(),
              e.stream(),
              e.revision(),
              e.kind(),
              e.kindVersion(),
              e.cause(),
              Optional.empty()));
    }
    return positions.size();
  }

  @Override
  public synchronized long erasures() {
    return entries.stream().filter(entry -> entry.payload().isEmpty()).count();
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public CompletableFuture<Appended> submit(Batch batch) {
    throw new UnsupportedOperationException("The views never append.");
  }

  @Override
  public Appended append(Batch batch) {
    throw new UnsupportedOperationException("The views never append.");
  }

  @Override
  public long revision(String stream) {
    throw new UnsupportedOperationException("The views ask for no revision.");
  }
}
