package io.svara.engine.work;

import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import io.svara.engine.views.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A transparent sheet over the views: what is decided within a batch is folded onto it, so that the
 * second item of a delivery sees what the first one led to before either is in the journal.
 */
final class Sheet implements Canvas {
  private final Tables under;
  private final Map<String, NavigableMap<String, Optional<byte[]>>> drawn = new HashMap<>();

  Sheet(Tables under) {
    this.under = under;
  }

  @Override
  public Optional<byte[]> get(String table, String key) {
    Optional<byte[]> here = of(table).get(key);
    return here != null ? here : under.get(table, key);
  }

  @Override
  public List<Row> range(String table, String from, String to, boolean descending, int limit) {
    NavigableMap<String, Optional<byte[]>> here = of(table).subMap(from, true, to, false);
    if (here.isEmpty()) {
      return under.range(table, from, to, descending, limit);
    }
    TreeMap<String, byte[]> rows = new TreeMap<>();
    for (Row row : under.range(table, from, to, descending, limit + here.size())) {
      rows.put(row.key(), row.value());
    }
    here.forEach(
        (key, value) -> value.ifPresentOrElse(v -> rows.put(key, v), () -> rows.remove(key)));
    List<Row> answer = new ArrayList<>();
    (descending ? rows.descendingMap() : rows)
        .forEach((key, value) -> answer.add(new Row(key, value)));
    return answer.size() > limit ? List.copyOf(answer.subList(0, limit)) : answer;
  }

  @Override
  public void put(String table, String key, byte[] value) {
    of(table).put(key, Optional.of(value));
  }

  @Override
  public void remove(String table, String key) {
    of(table).put(key, Optional.empty());
  }

  @Override
  public void index(Doc doc) {
    // Decisions are made by key; nothing within a batch searches.
  }

  @Override
  public void unindex(String kind, String id) {
    // As above.
  }

  private NavigableMap<String, Optional<byte[]>> of(String table) {
    return drawn.computeIfAbsent(table, t -> new TreeMap<>());
  }
}
