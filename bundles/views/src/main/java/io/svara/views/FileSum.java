package io.svara.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Size and CRC32C of a file: enough to tell a torn one, not meant against malice. */
record FileSum(long size, long crc) {

  static FileSum of(Path file) throws IOException {
    return copying(file, OutputStream.nullOutputStream());
  }

  /** The sum of what was read while copying it. */
  static FileSum copying(Path from, OutputStream to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32C())) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = checked.read(buffer); n >= 0; n = checked.read(buffer)) {
        to.write(buffer, 0, n);
        size += n;
      }
      return new FileSum(size, checked.getChecksum().getValue());
    }
  }
}
