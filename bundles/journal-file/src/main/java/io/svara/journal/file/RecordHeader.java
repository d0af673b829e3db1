package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a record that is written once and never changes; it has no personal data. The README
 * shows it byte by byte.
 *
 * @param position of the entry
 * @param durable the head of the journal when this was written: all up to there was on the disk
 * @param recordedAt microseconds since 1970
 * @param revision within the stream
 * @param cause 0 when there is none
 * @param remaining how many entries of the same batch follow this one
 * @param payloadLength in bytes, without salt and checksum
 * @param digest of the payload, keyed by its salt
 */
record RecordHeader(
    long position,
    long durable,
    long recordedAt,
    long revision,
    long cause,
    int kindVersion,
    int remaining,
    int payloadLength,
    byte[] digest,
    String stream,
    String kind) {

  static final int MAGIC = 0x53564531; // SVE1
  static final int DIGEST = 32;
  static final int MAX_STREAM = 200;
  static final int MAX_KIND = 100;
  static final int MAX_PAYLOAD = 64 << 20;

  private static final int FIXED = 92;
  private static final int CRC = 4;
  static final int MIN_LENGTH = FIXED + CRC;
  static final int MAX_LENGTH = MIN_LENGTH + MAX_STREAM + MAX_KIND;

  int length() {
    return MIN_LENGTH + stream.length() + kind.length();
  }

  /** Bytes of header and payload together. */
  long recordLength() {
    return length() + (long) Payload.length(payloadLength);
  }

  /**
   * The checksum runs over the journal's identity too, so that bytes which a customer sends, and
   * which happen to look like a header, are never taken for one.
   */
  void encode(ByteBuffer out, UUID journal) {
    int start = out.position();
    out.putInt(MAGIC).putShort((short) length());
    out.put((byte) stream.length()).put((byte) kind.length());
    out.putLong(position).putLong(durable).putLong(recordedAt).putLong(revision).putLong(cause);
    out.putInt(kindVersion).putInt(remaining).putInt(payloadLength).put(digest);
    out.put(stream.getBytes(US_ASCII)).put(kind.getBytes(US_ASCII));
    out.putInt(Checksum.of(journal, out.duplicate().flip().position(start)));
  }

  /** The header that begins the buffer; empty when what is there is not a whole and sound one. */
  static Optional<RecordHeader> decode(ByteBuffer in, UUID journal) {
    int start = in.position();
    if (in.remaining() < MIN_LENGTH || in.getInt(start) != MAGIC) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(in.getShort(start + 4));
    int streamLength = Byte.toUnsignedInt(in.get(start + 6));
    int kindLength = Byte.toUnsignedInt(in.get(start + 7));
    if (length != MIN_LENGTH + streamLength + kindLength || length > in.remaining()) {
      return Optional.empty();
    }
    int end = start + length - CRC;
    if (in.getInt(end) != Checksum.of(journal, in.duplicate().limit(end))) {
      return Optional.empty();
    }
    ByteBuffer fields = in.duplicate().position(start + 8);
    return Optional.of(
        new RecordHeader(
            fields.getLong(),
            fields.getLong(),
            fields.getLong(),
            fields.getLong(),
            fields.getLong(),
            fields.getInt(),
            fields.getInt(),
            fields.getInt(),
            bytes(fields, DIGEST),
            new String(bytes(fields, streamLength), US_ASCII),
            new String(bytes(fields, kindLength), US_ASCII)));
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
