package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.views.Tables.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aFoldReadsItsOwnWritesOverThoseBelow(long seed) {
    Random random = new Random(seed);
    NavigableMap<String, Byte> model = new TreeMap<>();
    try (TableStore store = TableStore.open(folder.resolve("tables.db"))) {
      for (int batch = 0; batch < 30; batch++) {
        Overlay overlay = new Overlay(store);
        for (int i = 0; i < 30; i++) {
          write(random, overlay, model);
          compare(random, overlay, model);
        }
        store.apply(overlay.rows());
      }
    }
  }

  private static void write(Random random, Overlay overlay, NavigableMap<String, Byte> model) {
    String key = key(random);
    if (random.nextInt(3) == 0) {
      overlay.remove("t", key);
      model.remove(key);
    } else {
      byte value = (byte) random.nextInt();
      overlay.put("t", key, new byte[] {value});
      overlay.put("t2", key, new byte[] {1});
      model.put(key, value);
    }
  }

  private static void compare(Random random, Overlay overlay, NavigableMap<String, Byte> model) {
    String one = key(random);
    String two = key(random);
    boolean descending = random.nextBoolean();
    int limit = random.nextInt(10);
    assertThat(overlay.get("t", one).map(v -> v[0]).orElse(null)).isEqualTo(model.get(one));
    NavigableMap<String, Byte> part =
        one.compareTo(two) < 0 ? model.subMap(one, true, two, false) : new TreeMap<>();
    List<Row> found = overlay.range("t", one, two, descending, limit);
    assertThat(found)
        .extracting(Row::key)
        .containsExactlyElementsOf(
            (descending ? part.descendingMap() : part).keySet().stream().limit(limit).toList());
    assertThat(found).allSatisfy(row -> assertThat(row.value()[0]).isEqualTo(model.get(row.key())));
  }

  private static String key(Random random) {
    String letters = "abåäö\uD835\uDCB3\uFFFE";
    return random
        .ints(random.nextInt(3), 0, letters.length())
        .collect(StringBuilder::new, (s, i) -> s.append(letters.charAt(i)), StringBuilder::append)
        .toString();
  }
}
