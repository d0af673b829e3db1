package io.svara.host.secrets;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a file so that a crash at any moment leaves either the old bytes or the new ones. */
final class Replacing {
  private Replacing() {}

  static void write(Disk disk, Path file, byte[] bytes) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".new");
    disk.write(beside, bytes);
    disk.replace(beside, absolute);
    disk.forceFolder(absolute.getParent());
  }
}
