package io.svara.channel.email.mime;

import java.io.ByteArrayOutputStream;

/** Bytes of which some are written as two hexadecimal digits behind a sign. */
final class Hexed {

  private Hexed() {}

  /** The bytes that are meant; a sign without its digits stands for itself. */
  static byte[] bytes(byte[] in, char sign) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length && in[i] == sign ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toByteArray();
  }
}
