package io.svara.gateway.events;

import io.svara.gateway.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes notices as the event stream format of the HTML standard has them. */
final class Frames {
  /** A comment that keeps the connection alive. */
  static final byte[] HEARTBEAT = ascii(":\n\n");

  /** What a stream begins with: how long to wait before connecting again. */
  static final byte[] GREETING = ascii("retry: 2000\n\n");

  private final Json json = new Json();

  byte[] of(List<Notice> notices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(notices.size() * 128);
    for (Notice notice : notices) {
      out.writeBytes(ascii("id: " + notice.position() + "\nevent: " + notice.event() + "\ndata: "));
      out.writeBytes(json.bytes(notice));
      out.writeBytes(ascii("\n\n"));
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
