package io.svara.journal.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Makes the last segment end, durably, where the journal ends. */
final class Ending {
  private static final int PART = 1 << 20;

  private final Disk disk;

  Ending(Disk disk) {
    this.disk = disk;
  }

  /**
   * Cuts off whatever is behind the extent, and makes sure of what is before it.
   *
   * @param unproven from here on the bytes are written again: when the force of an earlier process
   *     failed, the system's cache can hold pages that it believes to be on the disk and that are
   *     not, and forcing them again would do nothing
   */
  void settle(Extent extent, long unproven) throws IOException {
    try (DiskFile file = disk.write(extent.active().path())) {
      if (file.size() < extent.end()) {
        throw new Damage(
            "The journal is damaged: "
                + extent.active().path()
                + " ends at byte "
                + file.size()
                + " and must have "
                + extent.end()
                + ". Check the disk, then restore the latest backup.");
      }
      file.truncate(extent.end());
      for (long at = unproven; at < extent.end(); at += PART) {
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, extent.end() - at));
        file.read(part, at);
        file.write(part.flip(), at);
      }
      file.force();
    }
    disk.forceNames(extent.active().path().getParent());
  }
}
