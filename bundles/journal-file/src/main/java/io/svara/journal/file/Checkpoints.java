package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a {@link Checkpoint} now and then: when as many entries came as there are streams, so that
 * it costs at most 16 bytes an entry.
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final long FEWEST = 100_000;

  private final Disk disk;
  private final Path folder;
  private final Segments segments;
  private final StreamRevisions revisions;
  private long last;

  Checkpoints(Setup setup, Segments segments, StreamRevisions revisions) {
    this.disk = setup.disk();
    this.folder = setup.folder();
    this.segments = segments;
    this.revisions = revisions;
  }

  void writeIfWorthIt() {
    if (segments.extent().head() - last >= Math.max(FEWEST, revisions.size())) {
      write();
    }
  }

  void write() {
    Extent now = segments.extent();
    if (now.head() == last) {
      return;
    }
    last = now.head();
    try {
      Segment segment = segments.holding(now.head());
      try (SegmentReader reader = segments.open(segment, now)) {
        long offset = reader.find(now.head());
        new Checkpoint(
                segments.journal(), now.head(), segment.first(), offset, revisions.snapshot())
            .write(disk, folder);
      }
    } catch (IOException e) {
      LOG.info(
          "No checkpoint was written to {} ({}); the next start takes longer, nothing else.",
          folder,
          e.toString());
    }
  }
}
