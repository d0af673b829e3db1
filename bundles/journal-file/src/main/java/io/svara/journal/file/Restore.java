package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a backup back, without what the erasure ledger says was destroyed since: it never reaches
 * the target, not even for a moment. Nothing of Svara may run on the target folders meanwhile, and
 * nothing can: a journal does not open a folder in which a restore was not finished.
 *
 * <p>From the command line, with nothing but this bundle's file: {@code java -cp BUNDLE
 * io.svara.journal.file.Restore BACKUP JOURNAL BLOBS LEDGER}, or {@code --without-ledger} in the
 * place of LEDGER.
 */
public final class Restore {
  static final String UNFINISHED = "restore-unfinished";

  private final Disk disk;
  private final Path backup;
  private final Path journal;
  private final Path blobs;
  private final Optional<Path> ledger;

  private Restore(Disk disk, Path backup, Path journal, Path blobs, Optional<Path> ledger) {
    this.disk = disk;
    this.backup = backup;
    this.journal = journal;
    this.blobs = blobs;
    this.ledger = ledger;
  }

  /**
   * What a restore did.
   *
   * @param head position of the last entry restored
   * @param erasedEntries how many of the backup's entries were restored without their payload,
   *     because the ledger says so
   * @param erasedBlobs how many of the backup's blobs were left out, because the ledger says so
   */
  public record Restored(String journal, long head, int erasedEntries, int erasedBlobs) {}

  /**
   * Restores into two new or empty folders.
   *
   * @throws IOException when the backup is not whole, the ledger is missing, foreign or older than
   *     the backup, a folder is not empty, or the disk fails; the message says what to do
   */
  public static Restored run(Path backup, Path journal, Path blobs, Path ledger)
      throws IOException {
    return new Restore(new LocalDisk(), backup, journal, blobs, Optional.of(ledger)).run();
  }

  /**
   * As {@link #run}, when the ledger is lost for good: what was erased since the backup comes back,
   * and whoever forces this answers for it.
   */
  public static Restored runWithoutLedger(Path backup, Path journal, Path blobs)
      throws IOException {
    return new Restore(new LocalDisk(), backup, journal, blobs, Optional.empty()).run();
  }

  static void refuseUnfinished(Disk disk, Path folder) throws IOException {
    if (disk.exists(folder.resolve(UNFINISHED))) {
      throw new IOException(
          "A restore into " + folder + " was not finished; empty the folder and restore again.");
    }
  }

  private Restored run() throws IOException {
    Manifest manifest = Manifest.read(disk, backup);
    LedgerContent erased = erased(manifest);
    refuseUnlessEmpty(journal);
    refuseUnlessEmpty(blobs);
    checkItems(manifest);
    disk.makeFolders(journal);
    disk.create(journal.resolve(UNFINISHED)).close();
    disk.forceNames(journal);
    int entries = restoreSegments(manifest, erased);
    int left = restoreBlobs(erased);
    disk.delete(journal.resolve(UNFINISHED));
    disk.forceNames(journal);
    return new Restored(manifest.journal().toString(), manifest.head(), entries, left);
  }

  private LedgerContent erased(Manifest manifest) throws IOException {
    if (ledger.isEmpty()) {
      return LedgerContent.NOTHING;
    }
    String refusal = "The backup was not restored, because the erasure ledger " + ledger.get();
    if (!disk.exists(ledger.get())) {
      throw new IOException(
          refusal + " is not there: what was erased since would come back. Name the right file.");
    }
    LedgerContent content = LedgerContent.read(disk, ledger.get());
    if (!content.knows(manifest.journal())) {
      throw new IOException(
          refusal + " knows nothing of journal " + manifest.journal() + ". Name the right file.");
    }
    if (content.length() < manifest.ledger()) {
      throw new IOException(
          refusal + " is older than the backup. Name the file that the journal used last.");
    }
    return content;
  }

  private void refuseUnlessEmpty(Path folder) throws IOException {
    if (!disk.list(folder).isEmpty()) {
      throw new IOException(
          "The backup was not restored, because " + folder + " is not empty. Name a new folder.");
    }
  }

  private void checkItems(Manifest manifest) throws IOException {
    for (Manifest.Item item : manifest.items()) {
      Path file = backup.resolve(item.path());
      if (!disk.exists(file) || !Digest.of(disk, file).equals(item.sha256())) {
        throw new Damage(
            "The backup was not restored, because "
                + file
                + " is not what was backed up. Use another backup.");
      }
    }
  }

  private int restoreSegments(Manifest manifest, LedgerContent erased) throws IOException {
    Set<Erasure.Entry> entries = new HashSet<>(erased.entriesOf(manifest.journal()));
    int count = 0;
    for (Segment segment : Segment.in(disk, backup.resolve(Manifest.JOURNAL))) {
      Set<Long> destroy = destroyedIn(segment, manifest, entries);
      Path target = journal.resolve(segment.path().getFileName());
      RedactedCopy.write(disk, manifest.journal(), segment, target, destroy);
      count += destroy.size();
    }
    disk.forceNames(journal);
    return count;
  }

  private Set<Long> destroyedIn(Segment segment, Manifest manifest, Set<Erasure.Entry> entries)
      throws IOException {
    Set<Long> destroy = new TreeSet<>();
    try (SegmentReader reader = new SegmentReader(disk, manifest.journal(), segment)) {
      long offset = SegmentHeader.LENGTH;
      for (long at = segment.first(); offset < reader.limit(); at++) {
        RecordHeader header = reader.header(offset, at);
        if (entries.contains(Erasure.Entry.of(manifest.journal(), header))
            && !reader.isDestroyed(header, offset)) {
          destroy.add(at);
        }
        offset += header.recordLength();
      }
    }
    return destroy;
  }

  private int restoreBlobs(LedgerContent erased) throws IOException {
    BlobFolder from = new BlobFolder(disk, backup.resolve(Manifest.BLOBS));
    BlobFolder to = new BlobFolder(disk, blobs);
    Set<String> destroyed = new HashSet<>(erased.blobs());
    List<String> keys = new ArrayList<>(from.keys());
    keys.removeAll(destroyed);
    disk.makeFolders(blobs);
    for (String key : keys) {
      Path target = to.fileOf(key);
      disk.makeFolders(target.getParent());
      try (DiskFile file = disk.read(from.fileOf(key))) {
        Digest.ofCopy(disk, from.fileOf(key), target, file.size());
      }
      disk.forceNames(target.getParent());
    }
    return from.keys().size() - keys.size();
  }

  /** See the class. */
  public static void main(String[] args) {
    if (args.length != 4) {
      System.err.println(
          "Usage: Restore BACKUP JOURNAL-FOLDER BLOB-FOLDER LEDGER|--without-ledger");
      System.exit(2);
    }
    try {
      Path backup = Path.of(args[0]);
      Path journal = Path.of(args[1]);
      Path blobs = Path.of(args[2]);
      Restored restored =
          args[3].equals("--without-ledger")
              ? runWithoutLedger(backup, journal, blobs)
              : run(backup, journal, blobs, Path.of(args[3]));
      System.out.println(restored);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
