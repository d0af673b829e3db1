package io.svara.channel.email.mime;

/** How much of a mail is taken in. No mail that people write comes near any of these. */
final class Bounds {

  /** Bytes of the mail's own header. */
  static final int HEADER = 1 << 20;

  /** Bytes of one header field. */
  static final int FIELD = 1 << 17;

  /** Bytes of a field that says what a part is. */
  static final int STRUCTURED_FIELD = 1 << 13;

  /** Header fields of one part. */
  static final int FIELDS = 2_000;

  /** Parts within parts. */
  static final int DEPTH = 50;

  /** Parts altogether. */
  static final int PARTS = 2_000;

  /** Characters of text, and of HTML. */
  static final int TEXT = 4 << 20;

  /** Characters of one page whose words are read. */
  static final int HTML = 1 << 19;

  private Bounds() {}
}
