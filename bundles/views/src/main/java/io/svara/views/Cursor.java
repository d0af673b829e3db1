package io.svara.views;

import io.svara.engine.views.Search;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * Where a page ended: the sort value and id of its last document. Pages stay in step whatever is
 * written meanwhile, since the next begins behind that place and not at a count. The checksum over
 * the question turns away garbage and cursors of other questions; it is no protection and needs to
 * be none, since a cursor opens nothing that the question does not.
 */
record Cursor(long number, String id) {

  String encode(Search search) {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES + name.length);
    bytes.putInt(checksum(search)).putLong(number).put(name);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * @throws Search.BadCursor when {@link #encode} of the same question did not give it
   */
  static Cursor decode(String text, Search search) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      int checksum = bytes.getInt();
      long number = bytes.getLong();
      Cursor cursor = new Cursor(number, StandardCharsets.UTF_8.decode(bytes).toString());
      if (cursor.checksum(search) == checksum) {
        return cursor;
      }
    } catch (IllegalArgumentException | BufferUnderflowException garbage) {
      throw new Search.BadCursor();
    }
    throw new Search.BadCursor();
  }

  private int checksum(Search search) {
    TreeMap<String, TreeSet<String>> terms = new TreeMap<>();
    search.terms().forEach((name, values) -> terms.put(name, new TreeSet<>(values)));
    CRC32C sum = new CRC32C();
    for (Object part :
        new Object[] {
          search.kind(), terms, search.text(), search.partKind(), search.sort(), number, id
        }) {
      sum.update(part.toString().getBytes(StandardCharsets.UTF_8));
      sum.update(0);
    }
    return (int) sum.getValue();
  }
}
