package io.svara.channel.email.mime;

import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/** Builds fields for the parser, of those that are too long their beginning. */
final class BoundedFields extends DefaultFieldBuilder {

  private static final byte[] STRUCTURED = {'c', 'o', 'n', 't', 'e', 'n', 't', '-'};

  private final Flaws flaws;
  private int room = -1;

  BoundedFields(Flaws flaws) {
    super(-1);
    this.flaws = flaws;
  }

  @Override
  public void reset() {
    super.reset();
    room = -1;
  }

  @Override
  public void append(ByteArrayBuffer line) throws MaxHeaderLengthLimitException {
    if (room < 0) {
      room = isStructured(line) ? Bounds.STRUCTURED_FIELD : Bounds.FIELD;
    }
    int length = Math.min(room, line.length());
    if (length < line.length()) {
      flaws.cut("A header field is longer than is taken in; the rest of it is left out.");
    }
    super.append(length < line.length() ? new ByteArrayBuffer(line.buffer(), length, true) : line);
    room -= length;
  }

  private static boolean isStructured(ByteArrayBuffer line) {
    for (int i = 0; i < STRUCTURED.length; i++) {
      if (i >= line.length() || (line.byteAt(i) | 0x20) != (STRUCTURED[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
