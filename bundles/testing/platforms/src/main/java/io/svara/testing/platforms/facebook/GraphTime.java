package io.svara.testing.platforms.facebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times and links as the Graph API writes them. */
final class GraphTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

  private GraphTime() {}

  /** As {@code 2026-11-22T08:30:00+0000}. */
  static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  static String permalink(String id) {
    return "https://www.facebook.com/" + id;
  }
}
