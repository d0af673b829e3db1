package io.svara.journal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The end of the active segment, where the writer writes. */
final class Tail implements Closeable {
  private final Segment segment;
  private final UUID journal;
  private final DiskFile file;
  private final ByteBuffer buffer;
  private long written;

  private Tail(Segment segment, UUID journal, DiskFile file, ByteBuffer buffer, long end) {
    this.segment = segment;
    this.journal = journal;
    this.file = file;
    this.buffer = buffer.clear();
    this.written = end;
  }

  /** Goes on in a segment, behind what is durable in it. */
  static Tail open(Disk disk, Segment segment, UUID journal, ByteBuffer buffer, long end)
      throws IOException {
    return new Tail(segment, journal, disk.write(segment.path()), buffer, end);
  }

  /**
   * Begins a segment. When this returns it is durable, and the disk has shown that it takes another
   * buffer full: a disk that is all but full would else seem well until the next append.
   */
  static Tail create(Disk disk, Segment segment, UUID journal, ByteBuffer buffer)
      throws IOException {
    DiskFile file = disk.create(segment.path());
    try {
      file.write(ByteBuffer.allocate(buffer.capacity()), SegmentHeader.LENGTH);
      file.force();
      file.truncate(SegmentHeader.LENGTH);
      file.write(new SegmentHeader(journal, segment.first()).encode(), 0);
      file.force();
      disk.forceNames(segment.path().getParent());
      return new Tail(segment, journal, file, buffer, SegmentHeader.LENGTH);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  Segment segment() {
    return segment;
  }

  /** Where the next record begins. */
  long end() {
    return written + buffer.position();
  }

  /** Adds a record; it is neither durable nor even written before {@link #force}. */
  void add(RecordHeader header, Payload.Kept payload) throws IOException {
    segment.note(header.position(), end());
    makeRoom(RecordHeader.MAX_LENGTH + Payload.MARK + Payload.SALT);
    header.encode(buffer, journal);
    buffer.put(Payload.KEPT).put(payload.salt());
    for (int at = 0; at < payload.bytes().length; ) {
      makeRoom(1);
      int part = Math.min(buffer.remaining(), payload.bytes().length - at);
      buffer.put(payload.bytes(), at, part);
      at += part;
    }
    makeRoom(Payload.CRC);
    buffer.putInt(payload.checksum());
  }

  private void makeRoom(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    int length = buffer.remaining();
    file.write(buffer, written);
    written += length;
    buffer.clear();
  }

  /** Returns when all that was added is durable. */
  void force() throws IOException {
    flush();
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
