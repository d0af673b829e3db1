package io.svara.engine.views;

/**
 * Where a projection writes; its own writes are visible to its reads at once. Only valid during the
 * fold.
 */
public interface Canvas extends Tables {

  void put(String table, String key, byte[] value);

  void remove(String table, String key);

  /** Makes the document findable, in place of the one of the same kind and id. */
  void index(Doc doc);

  /** Takes a document out of the index; nothing happens when there is none. */
  void unindex(String kind, String id);
}
