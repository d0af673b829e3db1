package io.svara.engine.views;

import java.util.List;
import java.util.Optional;

/** Ordered maps from text keys to bytes. Keys sort by UTF-16 code units. */
public interface Tables {

  /** The value under the key. The array is the caller's to read, not to change. */
  Optional<byte[]> get(String table, String key);

  /**
   * Rows whose keys are from {@code from} (inclusive) to {@code to} (exclusive), at most so many.
   *
   * @param descending the largest keys first
   */
  List<Row> range(String table, String from, String to, boolean descending, int limit);

  /** All rows whose keys begin with the prefix, smallest first, at most so many. */
  default List<Row> prefixed(String table, String prefix, int limit) {
    return range(table, prefix, prefix + Character.MAX_VALUE, false, limit);
  }

  /** One key and its value. */
  record Row(String key, byte[] value) {}
}
