package io.svara.journal.file;

import java.io.IOException;

/** Bytes on the disk are not what was written there. The message says where and what to do. */
final class Damage extends IOException {
  private static final long serialVersionUID = 1L;

  Damage(String message) {
    super(message);
  }
}
