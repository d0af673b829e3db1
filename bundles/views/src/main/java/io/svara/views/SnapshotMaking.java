package io.svara.views;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;

/** A snapshot while it is made. Closed before it is finished, it leaves nothing behind. */
final class SnapshotMaking implements Closeable {
  private final GenerationFolder generation;
  private final TableStore.Filling filling;
  private boolean filled;

  SnapshotMaking(GenerationFolder generation) throws IOException {
    this.generation = generation;
    Trees.delete(generation.unfinishedSnapshot());
    Files.createDirectories(generation.unfinishedSnapshot());
    filling = new TableStore.Filling(GenerationFolder.tables(generation.unfinishedSnapshot()));
  }

  /** Rows in ascending order of their keys. */
  void put(String rowKey, byte[] value) {
    filling.put(rowKey, value);
  }

  /**
   * @param changes laid over the rows
   * @param indexFiles the files of the commit at the same position
   * @param manifest still without files
   */
  void finish(Changes changes, Collection<String> indexFiles, Manifest manifest)
      throws IOException {
    filling.finish(changes);
    closeFilling();
    Snapshot.finish(generation, indexFiles, manifest);
  }

  private void closeFilling() {
    if (!filled) {
      filled = true;
      filling.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeFilling();
    Trees.delete(generation.unfinishedSnapshot());
  }
}
