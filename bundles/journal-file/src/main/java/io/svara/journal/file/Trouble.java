package io.svara.journal.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Words for an operator: what happened, to what, what to do. */
final class Trouble {
  private Trouble() {}

  static String describe(Path folder, Exception e) {
    if (e instanceof Damage) {
      return e.getMessage();
    }
    return "Nothing can be appended to the journal in "
        + folder
        + ": "
        + reason(e)
        + ". Free space on that disk, or make the folder writable; the journal tries again by"
        + " itself, without a restart. Nothing that was acknowledged is lost.";
  }

  /** The exception's own message, with the file that it is about. */
  static String reason(Exception e) {
    if (e instanceof FileSystemException fs && fs.getReason() != null) {
      return fs.getFile() + ": " + fs.getReason();
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
