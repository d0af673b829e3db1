package io.svara.channel.email.mime;

/** What Outlook writes for itself alone: TNEF, most often called winmail.dat. */
final class Outlook {

  static final String TNEF = "application/ms-tnef";

  private static final int[] MAGIC = {0x78, 0x9f, 0x3e, 0x22};

  private Outlook() {}

  /** The media type by which such a file is known, whatever it is called; else the one given. */
  static String kind(String mediaType, byte[] content) {
    boolean told = mediaType.equals("application/vnd.ms-tnef");
    boolean untold = mediaType.equals("application/octet-stream") && content.length > MAGIC.length;
    for (int i = 0; untold && i < MAGIC.length; i++) {
      untold = (content[i] & 0xff) == MAGIC[i];
    }
    return told || untold ? TNEF : mediaType;
  }
}
