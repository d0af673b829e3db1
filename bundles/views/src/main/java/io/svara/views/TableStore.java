package io.svara.views;

import io.svara.engine.views.Tables.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * Rows in one MapDB file. Memory-mapped, since a reader's interrupt would close a file channel
 * under all other readers; not transactional and never forced, since an unclean stop throws the
 * file away.
 *
 * <p>Many threads may read at once, but not while one writes: {@link Generation} sees to that.
 */
final class TableStore implements Closeable {
  private static final String ROWS = "rows";
  private static final int COPY_CHUNK = 1_000;

  private final DB db;
  private final BTreeMap<String, byte[]> rows;

  private TableStore(DB db, BTreeMap<String, byte[]> rows) {
    this.db = db;
    this.rows = rows;
  }

  /** Opens the file, or begins it when there is none. */
  static TableStore open(Path file) {
    DB db = database(file);
    return new TableStore(db, maker(db).createOrOpen());
  }

  private static DB database(Path file) {
    return DBMaker.fileDB(file.toFile()).fileMmapEnable().fileSyncDisable().make();
  }

  private static DB.TreeMapMaker<String, byte[]> maker(DB db) {
    return db.treeMap(ROWS, Serializer.STRING, Serializer.BYTE_ARRAY).valuesOutsideNodesEnable();
  }

  Optional<byte[]> get(String rowKey) {
    return Optional.ofNullable(rows.get(rowKey));
  }

  /** Rows of the table, as {@link io.svara.engine.views.Tables#range}. */
  List<Row> range(String table, String from, String to, boolean descending, int limit) {
    if (limit <= 0 || from.compareTo(to) >= 0) {
      return List.of();
    }
    NavigableMap<String, byte[]> part =
        rows.subMap(RowKey.of(table, from), true, RowKey.of(table, to), false);
    List<Row> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> row : (descending ? part.descendingMap() : part).entrySet()) {
      found.add(new Row(RowKey.keyIn(table, row.getKey()), row.getValue()));
      if (found.size() == limit) {
        break;
      }
    }
    return found;
  }

  /** Writes the rows and removes those without a value. */
  void apply(Map<String, Optional<byte[]>> changes) {
    changes.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            rows.put(key, value.get());
          } else {
            rows.remove(key);
          }
        });
  }

  /** The next rows behind the key, in order; all from the first when it is null. */
  List<Map.Entry<String, byte[]>> after(String rowKey) {
    NavigableMap<String, byte[]> rest = rowKey == null ? rows : rows.tailMap(rowKey, false);
    List<Map.Entry<String, byte[]>> chunk = new ArrayList<>(COPY_CHUNK);
    for (Map.Entry<String, byte[]> row : rest.entrySet()) {
      chunk.add(Map.entry(row.getKey(), row.getValue()));
      if (chunk.size() == COPY_CHUNK) {
        break;
      }
    }
    return chunk;
  }

  @Override
  public void close() {
    db.close();
  }

  /** A new file filled with rows in ascending order, without the dead space of the old one. */
  static final class Filling implements Closeable {
    private final DB db;
    private final DB.TreeMapSink<String, byte[]> sink;

    Filling(Path file) {
      db = database(file);
      sink = maker(db).createFromSink();
    }

    void put(String rowKey, byte[] value) {
      sink.put(rowKey, value);
    }

    /** Ends the filling and lays the changes over it. */
    void finish(Changes changes) throws IOException {
      changes.replay(new TableStore(db, sink.create())::apply);
    }

    @Override
    public void close() {
      db.close();
    }
  }
}
