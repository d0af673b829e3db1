package io.svara.host.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the store asks of a disk, step by step, so that a test can stop between any two of them and
 * drop what was not forced.
 */
interface Disk {

  Optional<byte[]> read(Path file) throws IOException;

  /** Writes a new file that only its owner may read, and forces it. */
  void write(Path file, byte[] bytes) throws IOException;

  /** Puts one file in the place of another in one step. */
  void replace(Path from, Path to) throws IOException;

  /** Makes what was done to the names in a folder durable. */
  void forceFolder(Path folder) throws IOException;
}
