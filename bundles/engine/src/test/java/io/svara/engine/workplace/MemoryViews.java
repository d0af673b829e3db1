package io.svara.engine.workplace;

import io.svara.engine.fold.EngineProjection;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Views in memory that fold whenever somebody looks: the model that the real ones are like, only
 * slower.
 */
public final class MemoryViews implements Views, Canvas {
  private final Journal journal;
  private final Projection fold;
  private final Map<String, NavigableMap<String, byte[]>> tables = new HashMap<>();
  private final Map<String, Doc> docs = new TreeMap<>();
  private long position;
  private long erasures;

  public MemoryViews(Journal journal) {
    this(journal, new EngineProjection());
  }

  public MemoryViews(Journal journal, Projection fold) {
    this.journal = journal;
    this.fold = fold;
  }

  private void catchUp() {
    if (journal.erasures() != erasures) {
      erasures = journal.erasures();
      rebuild("erasure");
    }
    for (Entry entry : journal.read(position + 1, Integer.MAX_VALUE)) {
      position = entry.position();
      fold.fold(entry, this);
    }
  }

  /** All rows of all tables, for comparing two folds of one journal. */
  public synchronized Map<String, Map<String, String>> everything() {
    catchUp();
    Map<String, Map<String, String>> all = new TreeMap<>();
    tables.forEach(
        (table, rows) -> {
          Map<String, String> texts = new TreeMap<>();
          rows.forEach(
              (key, value) ->
                  texts.put(key, new String(value, java.nio.charset.StandardCharsets.UTF_8)));
          all.put(table, texts);
        });
    return all;
  }

  @Override
  public synchronized long position() {
    catchUp();
    return position;
  }

  @Override
  public boolean await(long wanted, Duration wait) {
    return position() >= wanted;
  }

  private NavigableMap<String, byte[]> table(String name) {
    return tables.computeIfAbsent(name, n -> new TreeMap<>());
  }

  private boolean folding() {
    return Thread.holdsLock(this);
  }

  @Override
  public Optional<byte[]> get(String table, String key) {
    if (!folding()) {
      position();
    }
    synchronized (this) {
      return Optional.ofNullable(table(table).get(key));
    }
  }

  @Override
  public List<Row> range(String table, String from, String to, boolean descending, int limit) {
    if (!folding()) {
      position();
    }
    synchronized (this) {
      NavigableMap<String, byte[]> part =
          from.compareTo(to) > 0 ? new TreeMap<>() : table(table).subMap(from, true, to, false);
      return (descending ? part.descendingMap() : part)
          .entrySet().stream().limit(limit).map(e -> new Row(e.getKey(), e.getValue())).toList();
    }
  }

  @Override
  public void put(String table, String key, byte[] value) {
    table(table).put(key, value);
  }

  @Override
  public void remove(String table, String key) {
    table(table).remove(key);
  }

  @Override
  public void index(Doc doc) {
    docs.put(doc.kind() + "/" + doc.id(), doc);
  }

  @Override
  public void unindex(String kind, String id) {
    docs.remove(kind + "/" + id);
  }

  private Stream<Doc> matching(String kind, Map<String, Set<String>> terms) {
    return List.copyOf(docs.values()).stream()
        .filter(d -> d.kind().equals(kind))
        .filter(
            d ->
                terms.entrySet().stream()
                    .allMatch(
                        t ->
                            d.terms().getOrDefault(t.getKey(), Set.of()).stream()
                                .anyMatch(t.getValue()::contains)));
  }

  private boolean speaksOf(Doc doc, String words, Optional<String> partKind) {
    StringBuilder text = new StringBuilder(doc.text());
    partKind.ifPresent(
        kind ->
            docs.values().stream()
                .filter(d -> d.kind().equals(kind) && d.parent().equals(Optional.of(doc.id())))
                .forEach(d -> text.append(' ').append(d.text())));
    String all = text.toString().toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
  }

  @Override
  public synchronized Search.Found search(Search search) {
    catchUp();
    List<String> ids = new ArrayList<>();
    matching(search.kind(), search.terms())
        .filter(d -> search.text().isEmpty() || speaksOf(d, search.text().get(), search.partKind()))
        .sorted(
            Comparator.comparing((Doc d) -> -d.numbers().get(search.sort())).thenComparing(Doc::id))
        .forEach(d -> ids.add(d.id()));
    int from = search.cursor().map(Integer::parseInt).orElse(0);
    int to = Math.min(ids.size(), from + search.limit());
    return new Search.Found(
        ids.subList(from, to),
        to < ids.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public synchronized Map<String, Long> counts(
      String kind, String name, Map<String, Set<String>> terms) {
    catchUp();
    Map<String, Long> counts = new TreeMap<>();
    matching(kind, terms)
        .forEach(
            d ->
                d.terms()
                    .getOrDefault(name, Set.of())
                    .forEach(v -> counts.merge(v, 1L, Long::sum)));
    return counts;
  }

  @Override
  public Progress progress() {
    return new Progress(Phase.LIVE, position(), journal.head(), Optional.empty());
  }

  @Override
  public synchronized void rebuild(String reason) {
    tables.clear();
    docs.clear();
    position = 0;
  }
}
