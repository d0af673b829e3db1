package io.svara.host.shelf;

import io.svara.engine.plugins.Edition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which jars of the folder came from a distribution rather than from a person: a file beside them,
 * as {@code sha256sum} writes it. A jar that has the name and other bytes is not meant. For one
 * thread at a time.
 */
record ShippedList(Path file) {
  static ShippedList of(Stock stock) {
    return new ShippedList(stock.folder().resolve("shipped.sha256"));
  }

  /** The line that a jar has here. */
  static String line(PluginJar jar) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar.file()));
      return HexFormat.of().formatHex(digest) + "  " + PluginJar.fileName(jar.edition());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** All lines; none before the first start. */
  Set<String> lines() throws IOException {
    return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
  }

  /** Forgets versions, whatever their bytes: a person wants them here. */
  void strike(Collection<Edition> editions) throws IOException {
    Set<String> left = lines();
    for (Edition edition : editions) {
      left.removeIf(line -> line.endsWith("  " + PluginJar.fileName(edition)));
    }
    write(left);
  }

  /** Replaces all lines: whole and forced to the disk when this returns. */
  void write(Collection<String> lines) throws IOException {
    Set<String> wanted = new TreeSet<>(lines);
    if (wanted.equals(lines())) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(".shipped.part");
    Files.write(beside, wanted);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
