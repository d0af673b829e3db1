package io.svara.channel.email.mime;

/** How much of a mail is taken in. No mail that people write comes near any of these. */
final class Bounds {

  /** Bytes of the mail's own header. */
  static final int HEADER = 1 << 20;

  /** Bytes of one header field. */
  static final int FIELD = 1 << 18;

  /** Header fields of one part. */
  static final int FIELDS = 2_000;

  /** Parts within parts. */
  static final int DEPTH = 100;

  /** Parts altogether. */
  static final int PARTS = 2_000;

  /** Characters of text, and of HTML whose words are read. */
  static final int TEXT = 4 << 20;

  private Bounds() {}
}
