package io.svara.views;

import io.svara.engine.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of all generations. A lock keeps a second process out of it. */
final class Home implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Home.class);
  private static final Comparator<GenerationFolder> NEWEST_FIRST =
      Comparator.comparingLong(GenerationFolder::number).reversed();
  private static final int PROBE_BYTES = 4 << 20;

  private final Path folder;
  private FileChannel lock;

  Home(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder this process's own, until {@link #close}.
   *
   * @throws IOException when it cannot be written, or is another's
   */
  synchronized void occupy() throws IOException {
    if (lock != null) {
      return;
    }
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new IOException(
          "The folder "
              + folder
              + " is in use by another process or another start of the views; stop that one, or"
              + " give this one a folder of its own.");
    }
    lock = channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  /**
   * Tries whether the folder takes a few megabytes.
   *
   * @throws IOException when it does not
   */
  void probe() throws IOException {
    Path file = folder.resolve("probe");
    try {
      Files.write(file, new byte[PROBE_BYTES]);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The newest first. */
  synchronized List<GenerationFolder> generations() throws IOException {
    return Trees.children(folder).stream()
        .filter(child -> GenerationFolder.numberOf(child, GenerationFolder.PREFIX) >= 0)
        .map(GenerationFolder::new)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The projections that folded what is here: those to wait for at a start. */
  Set<String> expected() throws IOException {
    for (GenerationFolder generation : generations()) {
      var snapshot = generation.newestSnapshot();
      if (snapshot.isPresent()) {
        try {
          return Manifest.read(snapshot.get()).layouts().keySet();
        } catch (UnusableSnapshot damaged) {
          LOG.debug("{} does not say which projections folded it.", snapshot.get(), damaged);
        }
      }
    }
    return Set.of();
  }

  /**
   * Opens the newest generation that has a sound snapshot of this journal by these projections, or
   * begins a new one; deletes all others.
   */
  Generation open(Journal journal, Map<String, Integer> layouts) throws IOException {
    for (GenerationFolder found : generations()) {
      try {
        Generation opened = restore(found, journal, layouts);
        deleteAllBut(found);
        return opened;
      } catch (UnusableSnapshot e) {
        LOG.warn("The views in {} are not used: {}.", found.path(), e.getMessage());
      }
    }
    Generation begun = begin(journal, layouts);
    LOG.info(
        "No usable views in {}; folding the journal's {} entries from the first into {}.",
        folder,
        journal.head(),
        begun.folder().path());
    deleteAllBut(begun.folder());
    return begun;
  }

  private static Generation restore(
      GenerationFolder found, Journal journal, Map<String, Integer> layouts) throws IOException {
    if (found.condemned()) {
      throw new UnusableSnapshot("a rebuild was asked for: " + found.condemnedFor());
    }
    Path snapshot =
        found
            .newestSnapshot()
            .orElseThrow(() -> new UnusableSnapshot("there is no snapshot of them"));
    Manifest manifest = Manifest.read(snapshot);
    manifest.require(journal, layouts);
    found.clearWork();
    Snapshot.restore(snapshot, manifest, found);
    LOG.info("Views opened from {}; the journal is at {}.", snapshot, journal.head());
    return Generation.open(found, manifest);
  }

  /** An empty generation behind all others. */
  synchronized Generation begin(Journal journal, Map<String, Integer> layouts) throws IOException {
    // Asked first: of what is destroyed from now on the fold may have read the text already.
    Manifest nothing = Manifest.ofNothing(journal.id(), journal.erasures(), layouts);
    long next = generations().stream().mapToLong(GenerationFolder::number).max().orElse(0) + 1;
    GenerationFolder begun = new GenerationFolder(folder.resolve(GenerationFolder.PREFIX + next));
    begun.clearWork();
    return Generation.open(begun, nothing);
  }

  /** Marks all that is here, so that a rebuild follows even when the process dies first. */
  synchronized void condemn(String reason) throws IOException {
    for (GenerationFolder generation : generations()) {
      generation.condemn(reason);
    }
  }

  synchronized void deleteAllBut(GenerationFolder kept) throws IOException {
    for (GenerationFolder generation : generations()) {
      if (!generation.equals(kept)) {
        delete(generation);
      }
    }
  }

  synchronized void delete(GenerationFolder generation) throws IOException {
    Trees.delete(generation.path());
    Forced.folder(folder);
  }

  @Override
  public synchronized void close() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
