package io.svara.gateway.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pictures that a browser may draw: dots alone, no script and no address within. */
enum Raster {
  PNG("image/png", "\211PNG\r\n\032\n"),
  JPEG("image/jpeg", "\377\330\377"),
  GIF("image/gif", "GIF8"),
  WEBP("image/webp", "RIFF");

  /** How many bytes tell. */
  static final int HEAD = 12;

  private final String mediaType;
  private final byte[] first;

  Raster(String mediaType, String first) {
    this.mediaType = mediaType;
    this.first = first.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The kind of picture that begins with these bytes. */
  static Optional<Raster> of(byte[] head) {
    for (Raster kind : values()) {
      if (FileKind.begins(head, 0, kind.first) && (kind != WEBP || isWebp(head))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static boolean isWebp(byte[] head) {
    return FileKind.begins(head, 8, "WEBP".getBytes(StandardCharsets.ISO_8859_1));
  }

  String mediaType() {
    return mediaType;
  }
}
