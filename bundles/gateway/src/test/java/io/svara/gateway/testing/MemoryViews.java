package io.svara.gateway.testing;

import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Views that fold when they are read; {@link #hold} keeps them from it. */
public final class MemoryViews implements Views, Canvas {
  private final Journal journal;
  private final Projection projection;
  private final Map<String, TreeMap<String, byte[]>> tables = new TreeMap<>();
  private long position;
  private boolean held;

  public MemoryViews(Journal journal, Projection projection) {
    this.journal = journal;
    this.projection = projection;
  }

  /** From now on nothing new is shown, or everything again. */
  public synchronized void hold(boolean hold) {
    held = hold;
    notifyAll();
  }

  private void fold() {
    while (!held && position < journal.head()) {
      for (Entry entry : journal.read(position + 1, 1_000)) {
        projection.fold(entry, this);
        position = entry.position();
      }
    }
  }

  @Override
  public synchronized Optional<byte[]> get(String table, String key) {
    fold();
    return Optional.ofNullable(tables.getOrDefault(table, new TreeMap<>()).get(key));
  }

  @Override
  public synchronized List<Row> range(
      String table, String from, String to, boolean descending, int limit) {
    fold();
    Comparator<Row> byKey = Comparator.comparing(Row::key);
    return tables.getOrDefault(table, new TreeMap<>()).subMap(from, to).entrySet().stream()
        .map(entry -> new Row(entry.getKey(), entry.getValue()))
        .sorted(descending ? byKey.reversed() : byKey)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long position() {
    fold();
    return position;
  }

  @Override
  public synchronized boolean await(long wanted, Duration wait) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    fold();
    while (position < wanted) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
      fold();
    }
    return true;
  }

  @Override
  public Search.Found search(Search search) {
    return new Search.Found(List.of(), Optional.empty());
  }

  @Override
  public Map<String, Long> counts(String kind, String name, Map<String, Set<String>> terms) {
    return Map.of();
  }

  @Override
  public Progress progress() {
    return new Progress(Phase.LIVE, position(), journal.head(), Optional.empty());
  }

  @Override
  public void rebuild(String reason) {}

  @Override
  public void put(String table, String key, byte[] value) {
    tables.computeIfAbsent(table, name -> new TreeMap<>()).put(key, value);
  }

  @Override
  public void remove(String table, String key) {
    tables.computeIfAbsent(table, name -> new TreeMap<>()).remove(key);
  }

  @Override
  public void index(Doc doc) {}

  @Override
  public void unindex(String kind, String id) {}
}
