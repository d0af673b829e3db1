package io.svara.views;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows written while a snapshot copies; they are laid over the copy. A few megabytes are held in
 * memory, the rest goes to a file, so that folding never waits for the copy however large that is.
 *
 * <p>Filled by the fold thread until the cut, read by the snapshot's thread after it.
 */
final class Changes implements Closeable {
  private static final long MOST_BYTES = 8L << 20;
  private static final int ROW_OVERHEAD = 100;
  private static final int REMOVED = -1;

  private final Path file;
  private final long mostBytes;
  private Map<String, Optional<byte[]>> rows = new HashMap<>();
  private long bytes;
  private long spilled;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @param file where to put what is too much for the memory; gone after {@link #close}
   */
  Changes(Path file) {
    this(file, MOST_BYTES);
  }

  Changes(Path file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /** Takes in what a batch wrote. A disk that refuses it spoils the snapshot, not the fold. */
  void add(Map<String, Optional<byte[]>> written) {
    if (failure.isPresent()) {
      return;
    }
    written.forEach(
        (key, value) -> {
          rows.put(key, value);
          bytes += key.length() + value.map(v -> v.length).orElse(0) + ROW_OVERHEAD;
        });
    if (bytes > mostBytes) {
      try {
        spill();
      } catch (IOException e) {
        failure = Optional.of(e);
      }
      rows = new HashMap<>();
      bytes = 0;
    }
  }

  private void spill() throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    file,
                    StandardOpenOption.CREATE,
                    spilled == 0
                        ? StandardOpenOption.TRUNCATE_EXISTING
                        : StandardOpenOption.APPEND)))) {
      for (Map.Entry<String, Optional<byte[]>> row : rows.entrySet()) {
        byte[] key = row.getKey().getBytes(StandardCharsets.UTF_8);
        out.writeInt(key.length);
        out.write(key);
        out.writeInt(row.getValue().map(v -> v.length).orElse(REMOVED));
        out.write(row.getValue().orElse(new byte[0]));
      }
    }
    spilled += rows.size();
  }

  /**
   * Hands over everything in the order in which it was written, piece by piece.
   *
   * @throws IOException when something could not be kept; then there is no whole to hand over
   */
  void replay(Consumer<Map<String, Optional<byte[]>>> taker) throws IOException {
    if (failure.isPresent()) {
      throw new IOException(
          "What was folded during the snapshot could not be kept in " + file, failure.get());
    }
    if (spilled > 0) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (long row = 0; row < spilled; row++) {
          String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
          int length = in.readInt();
          taker.accept(
              Map.of(
                  key, length == REMOVED ? Optional.empty() : Optional.of(in.readNBytes(length))));
        }
      }
    }
    taker.accept(rows);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
