package io.svara.views;

/**
 * The key of a row among the rows of all tables: the table's name, a zero, the key. One ordered map
 * for all tables keeps a snapshot a single pass, and a new table costs nothing.
 */
final class RowKey {
  private static final char END = '\0';

  private RowKey() {}

  static String of(String table, String key) {
    if (table.indexOf(END) >= 0) {
      throw new IllegalArgumentException(
          "The name of a table must not hold the character 0; rename the table.");
    }
    return table + END + key;
  }

  /** The part that {@link #of} put behind the table's name. */
  static String keyIn(String table, String rowKey) {
    return rowKey.substring(table.length() + 1);
  }
}
