package io.svara.gateway.letters;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pictures that a letter brings along, as they are written into its document. One letter may
 * write so many bytes and no more, however often it names a picture.
 */
final class InlinePictures {
  /** Bytes of one of them. */
  static final int MOST = 8 << 20;

  /** Characters of all of them together, four for three bytes. */
  private static final int MOST_WRITTEN = 12 << 20;

  private final Function<String, Optional<byte[]>> byContentId;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private long left = MOST_WRITTEN;
  private int missing;

  /**
   * @param byContentId the bytes of a part, at most {@link #MOST} of them
   */
  InlinePictures(Function<String, Optional<byte[]>> byContentId) {
    this.byContentId = byContentId;
  }

  /** The picture of a {@code cid:} address, as an address that holds it; empty when left out. */
  Optional<String> named(String contentId) {
    Optional<String> picture =
        known.computeIfAbsent(contentId, id -> byContentId.apply(id).flatMap(this::asData));
    return taken(picture);
  }

  /** The picture of a {@code data:} address, if it is one. */
  Optional<String> written(String address) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
      return taken(Optional.empty());
    }
    try {
      return taken(asData(Base64.getMimeDecoder().decode(address.substring(comma + 1))));
    } catch (IllegalArgumentException noBase64) {
      return taken(Optional.empty());
    }
  }

  /** How many were left out: no picture, not there, or too large. */
  int missing() {
    return missing;
  }

  private Optional<String> taken(Optional<String> picture) {
    Optional<String> fitting = picture.filter(data -> data.length() <= left);
    fitting.ifPresent(data -> left -= data.length());
    if (fitting.isEmpty()) {
      missing++;
    }
    return fitting;
  }

  private Optional<String> asData(byte[] bytes) {
    if (bytes.length > MOST) {
      return Optional.empty();
    }
    return Raster.of(bytes)
        .map(
            kind ->
                "data:"
                    + kind.mediaType()
                    + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes));
  }
}
