package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;

/** Puts a backup back. */
public final class Restore {
  static final String UNFINISHED = "restore-unfinished";

  private Restore() {}

  static void refuseUnfinished(Disk disk, Path folder) throws IOException {
    if (disk.exists(folder.resolve(UNFINISHED))) {
      throw new IOException(
          "A restore into " + folder + " was not finished; empty the folder and restore again.");
    }
  }
}
