package io.svara.journal.file;

import io.svara.engine.journal.JournalCare;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backup, verification and figures of the journal in files. Any thread; nobody waits for it. */
@Component(service = JournalCare.class)
public final class FileCare implements JournalCare {
  private final Disk disk = new LocalDisk();
  private final FileJournal journal;
  private final FileBlobs blobs;
  private final Ledger ledger;

  @Activate
  public FileCare(
      @Reference FileJournal journal, @Reference FileBlobs blobs, @Reference Ledger ledger) {
    this.journal = journal;
    this.blobs = blobs;
    this.ledger = ledger;
  }

  @Override
  public long backup(Path folder) throws IOException {
    return new Backup(disk, folder.toAbsolutePath())
        .run(journal.segments(), blobs.folder(), ledger, Clock.systemUTC());
  }

  @Override
  public Findings verify() throws IOException {
    return new Verification(disk).run(journal.segments(), blobs.folder(), ledger);
  }

  @Override
  public Standing standing() throws IOException {
    Segments segments = journal.segments();
    Extent extent = segments.extent();
    List<Segment> files = segments.upTo(extent);
    long bytes = 0;
    for (Segment segment : files) {
      try (SegmentReader reader = segments.open(segment, extent)) {
        bytes += reader.limit();
      }
    }
    return new Standing(
        segments.folder(),
        journal.id(),
        extent.head() == 0 ? 0 : files.get(0).first(),
        extent.head(),
        files.size(),
        bytes);
  }
}
