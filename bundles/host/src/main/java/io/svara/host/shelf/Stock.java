package io.svara.host.shelf;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of a folder, and how one comes there. */
record Stock(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

  /** The plugins in the folder, without those that cannot be read; each of these is logged. */
  List<PluginJar> jars() throws IOException {
    List<PluginJar> jars = new ArrayList<>();
    for (Path file : files()) {
      try {
        jars.add(PluginJar.read(file));
      } catch (IOException unreadable) {
        LOG.error(
            "{} is left out: {}. {}",
            file,
            Flawed.words(unreadable),
            Flawed.isWhy(unreadable) ? "Replace or remove it." : "Give access to it.");
      }
    }
    return jars;
  }

  /** Its jars, readable or not. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Whether there is a file under the name that {@link #put} gives this version. */
  boolean holds(Edition edition) {
    return Files.exists(folder.resolve(PluginJar.fileName(edition)));
  }

  /** The jar of one version, where it lies under the name that {@link #put} gave it. */
  Optional<PluginJar> jar(Edition edition) {
    Path file = folder.resolve(PluginJar.fileName(edition));
    try {
      return Optional.of(PluginJar.read(file)).filter(jar -> jar.edition().equals(edition));
    } catch (IOException notSo) {
      return Optional.empty();
    }
  }

  /** Writes a jar: whole and forced to the disk when this returns. */
  void put(Edition edition, InputStream bytes) throws IOException {
    Files.createDirectories(folder);
    String name = PluginJar.fileName(edition);
    // A dot name until it is whole, so that a crash leaves no half plugin.
    Path beside = folder.resolve("." + name + ".part");
    try {
      Files.copy(bytes, beside, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    forceNames();
  }

  /** What is found in a jar that lies here for just as long. */
  interface Inspection<T> {
    T of(Path jar) throws IOException, Unfit;
  }

  /** Looks into a jar as a file, and leaves nothing of it. */
  <T> T trying(byte[] jar, Inspection<T> inspection) throws IOException, Unfit {
    Files.createDirectories(folder);
    Path tried = Files.createTempFile(folder, ".tried-", ".part");
    try {
      return inspection.of(Files.write(tried, jar));
    } finally {
      Files.delete(tried);
    }
  }

  /** Deletes a jar of this folder. */
  void drop(PluginJar jar) throws IOException {
    Files.delete(jar.file());
    forceNames();
  }

  /** Moves a jar here from another folder. */
  void takeIn(PluginJar jar) throws IOException {
    Files.createDirectories(folder);
    Files.move(
        jar.file(),
        folder.resolve(PluginJar.fileName(jar.edition())),
        StandardCopyOption.ATOMIC_MOVE);
    forceNames();
  }

  private void forceNames() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
