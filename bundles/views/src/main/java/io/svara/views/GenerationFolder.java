package io.svara.views;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The folder {@code gen-<n>} of one generation: {@code work} is written while folding and is
 * worthless after an unclean stop; {@code snapshot-<position>} is closed and never touched again;
 * {@code condemned} says that what is here must not outlive the next rebuild.
 */
record GenerationFolder(Path path) {
  static final String PREFIX = "gen-";
  private static final String SNAPSHOT = "snapshot-";

  long number() {
    return numberOf(path, PREFIX);
  }

  Path tables() {
    return tables(work());
  }

  Path index() {
    return index(work());
  }

  static Path tables(Path folder) {
    return folder.resolve("tables.db");
  }

  static Path index(Path folder) {
    return folder.resolve("index");
  }

  private Path work() {
    return path.resolve("work");
  }

  /** Where a snapshot keeps what is written while it copies. */
  Path changes() {
    return work().resolve("changes");
  }

  /** Removes what an unclean stop left and begins the working folder anew. */
  void clearWork() throws IOException {
    Trees.delete(work());
    Files.createDirectories(index());
  }

  Path snapshot(long position) {
    return path.resolve(SNAPSHOT + position);
  }

  /** Where a snapshot is made before it is whole. */
  Path unfinishedSnapshot() {
    return path.resolve("unfinished-snapshot");
  }

  Optional<Path> newestSnapshot() throws IOException {
    return Trees.children(path).stream()
        .filter(child -> numberOf(child, SNAPSHOT) >= 0)
        .max(Comparator.comparingLong(child -> numberOf(child, SNAPSHOT)));
  }

  /** Deletes every snapshot but this one. */
  void keepOnly(Path snapshot) throws IOException {
    for (Path child : Trees.children(path)) {
      if (numberOf(child, SNAPSHOT) >= 0 && !child.equals(snapshot)) {
        Trees.delete(child);
      }
    }
  }

  boolean condemned() {
    return Files.exists(condemnation());
  }

  String condemnedFor() throws IOException {
    return Files.readString(condemnation());
  }

  /** Durable when this returns, so that no crash brings the generation back. */
  void condemn(String reason) throws IOException {
    if (!condemned()) {
      Files.writeString(condemnation(), reason);
      Forced.file(condemnation());
      Forced.folder(path);
    }
  }

  private Path condemnation() {
    return path.resolve("condemned");
  }

  /** The number behind the prefix; -1 when the name is not of that form. */
  static long numberOf(Path path, String prefix) {
    String name = path.getFileName().toString();
    String digits = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
  }
}
