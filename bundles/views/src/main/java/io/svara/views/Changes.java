package io.svara.views;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rows written while a snapshot copies; they are laid over the copy. */
final class Changes {
  /** Beyond it folding waits for the snapshot, so that memory stays bounded. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int ROW_OVERHEAD = 100;

  private final Map<String, Optional<byte[]>> rows = new HashMap<>();
  private long bytes;

  void add(Map<String, Optional<byte[]>> written) {
    written.forEach(
        (key, value) -> {
          rows.put(key, value);
          bytes += key.length() + value.map(v -> v.length).orElse(0) + ROW_OVERHEAD;
        });
  }

  boolean crowded() {
    return bytes > MOST_BYTES;
  }

  Map<String, Optional<byte[]>> rows() {
    return rows;
  }
}
