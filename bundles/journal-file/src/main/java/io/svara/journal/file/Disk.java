package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few things that this room asks of a file system, so that tests can put one in its place that
 * loses what was not forced.
 */
interface Disk {

  /** The names of the files in the folder, sorted; empty when there is no such folder. */
  List<String> list(Path folder) throws IOException;

  /** Makes the folder and those above it where missing, and forces their names to the disk. */
  void makeFolders(Path folder) throws IOException;

  boolean exists(Path file);

  /** Opens an existing file for reading. */
  DiskFile read(Path file) throws IOException;

  /** Opens an existing file for reading and writing. */
  DiskFile write(Path file) throws IOException;

  /** Makes a new, empty file in the place of any that has this name. */
  DiskFile create(Path file) throws IOException;

  /** Gives the file another name at one stroke, in the place of any that has it. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes the file if it is there. */
  void delete(Path file) throws IOException;

  /** Forces the names in the folder to the disk: what was created, renamed and deleted. */
  void forceNames(Path folder) throws IOException;

  /**
   * Keeps other processes out while the answer is open.
   *
   * @throws IOException when another one is in; the message says which
   */
  Closeable lock(Path file) throws IOException;
}
