package io.svara.views;

import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one batch of entries wrote, laid over the rows of the generation until the batch is
 * published. Used by the fold thread alone.
 */
final class Overlay implements Canvas {

  /** What a document is found by when it is replaced. */
  record DocId(String kind, String id) {}

  private final TableStore below;
  private final NavigableMap<String, Optional<byte[]>> rows = new TreeMap<>();
  private final Map<DocId, Optional<Doc>> docs = new LinkedHashMap<>();

  Overlay(TableStore below) {
    this.below = below;
  }

  @Override
  public Optional<byte[]> get(String table, String key) {
    String rowKey = RowKey.of(table, key);
    Optional<byte[]> written = rows.get(rowKey);
    return written != null ? written : below.get(rowKey);
  }

  @Override
  public List<Row> range(String table, String from, String to, boolean descending, int limit) {
    if (limit <= 0 || from.compareTo(to) >= 0) {
      return List.of();
    }
    NavigableMap<String, Optional<byte[]>> written =
        rows.subMap(RowKey.of(table, from), true, RowKey.of(table, to), false);
    if (written.isEmpty()) {
      return below.range(table, from, to, descending, limit);
    }
    NavigableMap<String, byte[]> merged = new TreeMap<>();
    int enough = (int) Math.min(Integer.MAX_VALUE, (long) limit + written.size());
    below.range(table, from, to, descending, enough).forEach(r -> merged.put(r.key(), r.value()));
    written.forEach(
        (rowKey, value) -> {
          String key = RowKey.keyIn(table, rowKey);
          value.ifPresentOrElse(v -> merged.put(key, v), () -> merged.remove(key));
        });
    return (descending ? merged.descendingMap() : merged)
        .entrySet().stream().limit(limit).map(e -> new Row(e.getKey(), e.getValue())).toList();
  }

  @Override
  public void put(String table, String key, byte[] value) {
    rows.put(RowKey.of(table, key), Optional.of(value));
  }

  @Override
  public void remove(String table, String key) {
    rows.put(RowKey.of(table, key), Optional.empty());
  }

  @Override
  public void index(Doc doc) {
    DocShape.check(doc);
    docs.put(new DocId(doc.kind(), doc.id()), Optional.of(doc));
  }

  @Override
  public void unindex(String kind, String id) {
    docs.put(new DocId(kind, id), Optional.empty());
  }

  NavigableMap<String, Optional<byte[]>> rows() {
    return rows;
  }

  Map<DocId, Optional<Doc>> docs() {
    return docs;
  }
}
