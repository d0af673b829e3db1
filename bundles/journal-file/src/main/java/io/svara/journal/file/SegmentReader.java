package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads records of one segment through a window, so that headers can be hopped over at the cost of
 * few reads. One thread uses it. It keeps the file as it was when it was opened: a redaction
 * meanwhile does not disturb it.
 */
final class SegmentReader implements Closeable {
  private static final int WINDOW = 64 << 10;

  private final Segment segment;
  private final UUID journal;
  private final DiskFile file;
  private final long limit;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowAt;

  /**
   * @param limit where the readable part ends: behind it may be bytes that are not durable yet
   */
  SegmentReader(Disk disk, UUID journal, Segment segment, long limit) throws IOException {
    this.segment = segment;
    this.journal = journal;
    this.file = disk.read(segment.path());
    this.limit = limit;
  }

  /** A reader of the file as far as it goes. */
  SegmentReader(Disk disk, UUID journal, Segment segment) throws IOException {
    this.segment = segment;
    this.journal = journal;
    this.file = disk.read(segment.path());
    this.limit = file.size();
  }

  long limit() {
    return limit;
  }

  /** The header at this offset; empty when there is no whole and sound record. */
  Optional<RecordHeader> header(long offset) throws IOException {
    int length = (int) Math.max(0, Math.min(limit - offset, RecordHeader.MAX_LENGTH));
    return RecordHeader.decode(bytes(offset, length), journal)
        .filter(header -> offset + header.recordLength() <= limit);
  }

  /**
   * The header at this offset, which must be the one of this position.
   *
   * @throws Damage when it is not
   */
  RecordHeader header(long offset, long position) throws IOException {
    return header(offset)
        .filter(header -> header.position() == position)
        .orElseThrow(() -> damaged("entry " + position + " cannot be read", offset));
  }

  /** The payload of the record that begins at this offset. */
  Payload payload(RecordHeader header, long offset) throws IOException {
    int length = Payload.length(header.payloadLength());
    try {
      return Payload.decode(bytes(offset + header.length(), length));
    } catch (Damage e) {
      throw damaged(
          "the payload of entry " + header.position() + " does not match its checksum", offset);
    }
  }

  /** Whether the payload was destroyed, without reading it. */
  boolean isDestroyed(RecordHeader header, long offset) throws IOException {
    return bytes(offset + header.length(), 1).get() == Payload.DESTROYED;
  }

  /** Remembers where a record begins, so that it is found faster next time. */
  void note(long position, long offset) {
    segment.note(position, offset);
  }

  /** Whether the bytes at this offset begin as a record does, sound or not. */
  boolean hasRecordMark(long offset) throws IOException {
    return limit - offset >= Integer.BYTES
        && bytes(offset, Integer.BYTES).getInt() == RecordHeader.MAGIC;
  }

  /**
   * Whether some header behind the offset says that the position was durable before it was written.
   * If none does, what stands there was never acknowledged.
   */
  boolean proves(long position, long offset) throws IOException {
    for (long at = offset; at <= limit - RecordHeader.MIN_LENGTH; at++) {
      if (hasRecordMark(at) && header(at).filter(h -> h.durable() >= position).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Where the record of this position begins, which must be in this segment. */
  long find(long position) throws IOException {
    var near = segment.near(position);
    long offset = near.getValue();
    for (long at = near.getKey(); at < position; at++) {
      offset += header(offset, at).recordLength();
      segment.note(at + 1, offset);
    }
    return offset;
  }

  /** Bytes of the file, valid until the next call. */
  ByteBuffer bytes(long offset, int length) throws IOException {
    if (offset < windowAt || offset + length > windowAt + window.limit()) {
      int size = (int) Math.min(Math.max(length, WINDOW), Math.max(length, limit - offset));
      ByteBuffer next =
          size <= window.capacity() ? window.clear().limit(size) : ByteBuffer.allocate(size);
      file.read(next, offset);
      window = next.flip();
      windowAt = offset;
      if (window.limit() < length) {
        throw damaged("the file ends", offset + window.limit());
      }
    }
    return window.slice((int) (offset - windowAt), length);
  }

  private Damage damaged(String what, long offset) {
    return new Damage(
        "The journal is damaged: in "
            + segment.path()
            + " at byte "
            + offset
            + ", "
            + what
            + ". Check the disk, then restore the latest backup.");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
