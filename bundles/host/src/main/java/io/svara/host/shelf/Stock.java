package io.svara.host.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of a folder, and how one comes there. */
record Stock(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

  /** The plugins in the folder, without those that cannot be read; each of these is logged. */
  List<PluginJar> jars() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<PluginJar> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        try {
          jars.add(PluginJar.read(file));
        } catch (IOException unreadable) {
          LOG.error("{} is left out: {} Replace or remove it.", file, unreadable.getMessage());
        }
      }
    }
    return jars;
  }

  /** Takes a copy of each jar whose name and version are not here; what is here stays. */
  void takeFrom(Stock shipped) throws IOException {
    for (PluginJar jar : shipped.jars()) {
      Path here = folder.resolve(jar.fileName());
      if (!Files.exists(here)) {
        copy(jar.file(), here);
      }
    }
  }

  private void copy(Path from, Path to) throws IOException {
    Files.createDirectories(folder);
    // A dot name until it is whole, so that a crash leaves no half plugin.
    Path beside = folder.resolve("." + to.getFileName() + ".part");
    Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
