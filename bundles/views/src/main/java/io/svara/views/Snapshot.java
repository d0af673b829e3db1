package io.svara.views;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a snapshot's files together and takes them apart again. */
final class Snapshot {
  private static final String TABLES = "tables.db";
  private static final String INDEX = "index/";

  private Snapshot() {}

  /**
   * Makes a snapshot of a filled table file and the files of a commit: forced to the disk and
   * renamed, then the one before is deleted.
   *
   * @param names of the files of the index that belong to it
   * @param manifest still without files
   */
  static void finish(GenerationFolder generation, Collection<String> names, Manifest manifest)
      throws IOException {
    Path unfinished = generation.unfinishedSnapshot();
    SortedMap<String, FileSum> files = new TreeMap<>();
    files.put(TABLES, sealed(unfinished.resolve(TABLES)));
    Files.createDirectories(GenerationFolder.index(unfinished));
    for (String name : names) {
      Path file = unfinished.resolve(INDEX + name);
      link(generation.index().resolve(name), file);
      files.put(INDEX + name, sealed(file));
    }
    manifest.with(files).write(unfinished);
    Forced.folder(GenerationFolder.index(unfinished));
    Forced.folder(unfinished);
    Path snapshot = generation.snapshot(manifest.position());
    Files.move(unfinished, snapshot, StandardCopyOption.ATOMIC_MOVE);
    Forced.folder(generation.path());
    generation.keepOnly(snapshot);
  }

  private static FileSum sealed(Path file) throws IOException {
    Forced.file(file);
    return FileSum.of(file);
  }

  /**
   * Lays a working folder out from a snapshot, checking every byte on the way.
   *
   * @throws UnusableSnapshot when a file is missing or is not as it was written
   */
  static void restore(Path snapshot, Manifest manifest, GenerationFolder generation)
      throws IOException {
    for (Map.Entry<String, FileSum> entry : manifest.files().entrySet()) {
      Path from = snapshot.resolve(entry.getKey());
      if (!Files.isRegularFile(from)) {
        throw new UnusableSnapshot("the file " + entry.getKey() + " is missing");
      }
      if (!place(from, entry.getKey(), generation).equals(entry.getValue())) {
        throw new UnusableSnapshot("the file " + entry.getKey() + " is damaged");
      }
    }
  }

  /** Rows are written in place, so they are copied; files of the index never are. */
  private static FileSum place(Path from, String name, GenerationFolder generation)
      throws IOException {
    if (!name.equals(TABLES)) {
      link(from, generation.index().resolve(from.getFileName()));
      return FileSum.of(from);
    }
    try (OutputStream to = Files.newOutputStream(generation.tables())) {
      return FileSum.copying(from, to);
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
