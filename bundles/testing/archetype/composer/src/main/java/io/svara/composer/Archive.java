package io.svara.composer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/**
 * A folder as a tar.gz: in order, with one time for all and nobody's name, so that the same files
 * give the same bytes. Karaf's own archive has the time of its making, and programs in {@code bin}
 * only.
 */
final class Archive {
  private Archive() {}

  /**
   * @param root the one folder that the archive unpacks to
   */
  static void write(Path folder, Path archive, String root, Instant time) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
        OutputStream packed = new GzipCompressorOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, "UTF-8")) {
      // A name beyond ASCII is the same on every machine, whatever its locale.
      tar.setAddPaxHeadersForNonAsciiNames(true);
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path path : inOrder(folder)) {
        boolean isFolder = Files.isDirectory(path);
        String name = Path.of(root).resolve(folder.relativize(path)).toString();
        TarArchiveEntry entry = new TarArchiveEntry(isFolder ? name + "/" : name);
        entry.setLastModifiedTime(FileTime.from(time));
        entry.setMode(isFolder ? Modes.PROGRAM : Modes.of(path));
        entry.setUserName("");
        entry.setGroupName("");
        entry.setSize(isFolder ? 0 : Files.size(path));
        tar.putArchiveEntry(entry);
        if (!isFolder) {
          Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
      }
    }
  }

  private static List<Path> inOrder(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .sorted()
          .collect(Collectors.toUnmodifiableList());
    }
  }
}
