package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. Reads and writes name their place, so that threads do not disturb each other. */
interface DiskFile extends Closeable {

  /** Fills the buffer from this place on, as far as the file reaches. */
  void read(ByteBuffer into, long at) throws IOException;

  /** Writes all that remains in the buffer. */
  void write(ByteBuffer from, long at) throws IOException;

  /** Returns when all that was written is on the disk. */
  void force() throws IOException;

  /** Cuts the file to this size. */
  void truncate(long size) throws IOException;

  long size() throws IOException;
}
