package io.svara.journal.file;

import io.svara.engine.journal.JournalCare.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads everything back and writes down what is not as it was written. One use, one thread. */
final class Verification {
  private static final int MOST_DAMAGES = 100;

  private final Disk disk;
  private final List<String> damages = new ArrayList<>();
  private final List<Erasure.Entry> destroyed = new ArrayList<>();
  private final StreamRevisions revisions = new StreamRevisions();
  private boolean revisionsKnown = true;
  private long entries;
  private long blobs;

  Verification(Disk disk) {
    this.disk = disk;
  }

  Findings run(Segments segments, BlobFolder folder, Ledger ledger) throws IOException {
    Extent extent = segments.extent();
    for (Segment segment : segments.upTo(extent)) {
      try (SegmentReader reader = segments.open(segment, extent)) {
        check(reader, segment, segments, extent);
      } catch (Damage e) {
        found(e.getMessage());
        revisionsKnown = false;
      }
    }
    checkLedger(ledger);
    checkBlobs(folder);
    return new Findings(entries, destroyed.size(), blobs, damages);
  }

  private void check(SegmentReader reader, Segment segment, Segments segments, Extent extent)
      throws IOException {
    long last = segments.lastOf(segment, extent);
    long offset = SegmentHeader.LENGTH;
    for (long position = segment.first(); position <= last; position++) {
      RecordHeader header = reader.header(offset, position);
      checkHeader(header, segment);
      checkPayload(reader, header, offset, segments);
      offset += header.recordLength();
      entries++;
    }
    if (offset != reader.limit()) {
      found(segment.path() + " has bytes behind its last entry, at byte " + offset + ".");
    }
  }

  private void checkHeader(RecordHeader header, Segment segment) {
    long stream = StreamRevisions.hash(header.stream());
    if (revisionsKnown && revisions.get(stream) + 1 != header.revision()) {
      found(where(header, segment) + " is not the next of its stream " + header.stream() + ".");
    }
    revisions.put(stream, header.revision());
    if (header.cause() < 0 || header.cause() >= header.position()) {
      found(where(header, segment) + " names entry " + header.cause() + " as its cause.");
    }
  }

  private void checkPayload(
      SegmentReader reader, RecordHeader header, long offset, Segments segments)
      throws IOException {
    try {
      Payload payload = reader.payload(header, offset);
      if (payload instanceof Payload.Destroyed) {
        destroyed.add(Erasure.Entry.of(segments.journal(), header));
      } else if (payload instanceof Payload.Kept kept && !kept.matches(header)) {
        found("The payload of entry " + header.position() + " does not match its digest.");
      }
    } catch (Damage e) {
      found(e.getMessage());
    }
  }

  private void checkLedger(Ledger ledger) throws IOException {
    try {
      Set<Erasure> known = new HashSet<>(ledger.read().erasures());
      for (Erasure.Entry entry : destroyed) {
        if (!known.contains(entry)) {
          found(
              "Entry "
                  + entry.position()
                  + " has no payload, and the ledger "
                  + ledger.file()
                  + " does not say that it was erased; look for the ledger that was used then.");
        }
      }
    } catch (Damage e) {
      found(e.getMessage());
    }
  }

  private void checkBlobs(BlobFolder folder) throws IOException {
    for (String key : folder.keys()) {
      try (InputStream in = new BlobStream(disk, folder.fileOf(key))) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (Damage e) {
        found(e.getMessage());
      } catch (IOException e) {
        if (folder.has(key)) {
          throw e;
        }
        continue; // Destroyed meanwhile.
      }
      blobs++;
    }
  }

  private static String where(RecordHeader header, Segment segment) {
    return "Entry " + header.position() + " in " + segment.path();
  }

  private void found(String damage) {
    if (damages.size() < MOST_DAMAGES) {
      damages.add(damage);
    } else if (damages.size() == MOST_DAMAGES) {
      damages.add("There is more; only the first " + MOST_DAMAGES + " are told.");
    }
  }
}
