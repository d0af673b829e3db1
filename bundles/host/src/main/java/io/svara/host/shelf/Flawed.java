package io.svara.host.shelf;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** The jar is at fault, and not the disk or whoever reads it; the message continues a sentence. */
final class Flawed extends IOException {
  private static final long serialVersionUID = 1L;

  Flawed(String what) {
    super(what);
  }

  Flawed(String what, Throwable cause) {
    super(what, cause);
  }

  /** What is wrong, to be continued. */
  static String words(Exception wrong) {
    String words = String.valueOf(wrong.getMessage());
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /**
   * Whether a jar could not be read for what is in it. Everything else, such as a file that was
   * moved away or too many open files, says nothing of the jar.
   */
  static boolean isWhy(Exception unread) {
    return unread instanceof Flawed
        || unread instanceof ZipException
        || unread instanceof EOFException
        || unread instanceof IllegalArgumentException;
  }
}
