package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies journal and blobs while both are in use. Segments come first, so the blobs that the copied
 * entries name are there when blobs are copied, unless they were destroyed.
 */
final class Backup {
  private final Disk disk;
  private final Path target;
  private final List<Manifest.Item> items = new ArrayList<>();

  Backup(Disk disk, Path target) {
    this.disk = disk;
    this.target = target;
  }

  /** The position of the last entry in the copy. */
  long run(Segments segments, BlobFolder blobs, Ledger ledger, Clock clock) throws IOException {
    if (!disk.list(target).isEmpty()) {
      throw new IOException(target + " is not empty; name a new folder for the backup.");
    }
    Extent extent = segments.extent();
    long ledgerLength = ledger.read().length();
    copySegments(segments, extent);
    copyBlobs(blobs);
    new Manifest(segments.journal(), extent.head(), clock.instant(), ledgerLength, items)
        .write(disk, target);
    return extent.head();
  }

  private void copySegments(Segments segments, Extent extent) throws IOException {
    disk.makeFolders(target.resolve(Manifest.JOURNAL));
    for (Segment segment : segments.upTo(extent)) {
      long size = segment == extent.active() ? extent.end() : sizeOf(segment.path());
      copy(segment.path(), size, Manifest.JOURNAL + "/" + segment);
    }
    disk.forceNames(target.resolve(Manifest.JOURNAL));
  }

  private void copyBlobs(BlobFolder blobs) throws IOException {
    BlobFolder copies = new BlobFolder(disk, target.resolve(Manifest.BLOBS));
    disk.makeFolders(copies.path());
    for (String key : blobs.keys()) {
      Path copy = copies.fileOf(key);
      disk.makeFolders(copy.getParent());
      try {
        Path from = blobs.fileOf(key);
        copy(
            from,
            sizeOf(from),
            Manifest.BLOBS + "/" + key.substring(0, 2) + "/" + copy.getFileName());
        disk.forceNames(copy.getParent());
      } catch (NoSuchFileException destroyedMeanwhile) {
        disk.delete(copy);
      }
    }
  }

  private void copy(Path from, long size, String path) throws IOException {
    String sha256 = Digest.ofCopy(disk, from, target.resolve(path), size);
    items.add(new Manifest.Item(sha256, size, path));
  }

  private long sizeOf(Path file) throws IOException {
    try (DiskFile open = disk.read(file)) {
      return open.size();
    }
  }
}
