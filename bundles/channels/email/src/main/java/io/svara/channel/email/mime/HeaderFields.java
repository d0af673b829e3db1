package io.svara.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** The header of one part, as bytes that are decoded when they are asked for. */
final class HeaderFields {

  private static final Pattern LINE_END = Pattern.compile("\\r?\\n|\\r");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private final List<Raw> fields = new ArrayList<>();

  private record Raw(String name, byte[] body) {}

  /** Takes a field in; tells whether it took it whole. */
  boolean add(Field field) {
    if (fields.size() >= Bounds.FIELDS) {
      return false;
    }
    ByteSequence raw = field.getRaw();
    byte[] all =
        raw == null
            ? (field.getName() + ":" + field.getBody()).getBytes(StandardCharsets.UTF_8)
            : raw.toByteArray();
    int colon = 0;
    while (colon < all.length && all[colon] != ':') {
      colon++;
    }
    int length = Math.max(0, all.length - colon - 1);
    byte[] body = new byte[Math.min(length, Bounds.FIELD)];
    System.arraycopy(all, Math.min(all.length, colon + 1), body, 0, body.length);
    fields.add(new Raw(field.getName().strip(), body));
    return length <= Bounds.FIELD;
  }

  /**
   * All of them.
   *
   * @param fallback the charset of bytes that are neither ASCII nor UTF-8
   */
  List<Part.Field> decoded(String fallback) {
    return fields.stream().map(raw -> field(raw, fallback)).toList();
  }

  private static Part.Field field(Raw field, String fallback) {
    String body = Charsets.guess(field.body(), fallback);
    String raw = plain(LINE_END.matcher(body).replaceAll(""));
    return new Part.Field(field.name(), plain(EncodedWords.decode(raw)), raw);
  }

  /** In one line: with an encoded line end the header of an answer could be written. */
  private static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  /** The body of the first field of that name, as it came. */
  Optional<byte[]> raw(String name) {
    return fields.stream()
        .filter(raw -> raw.name().equalsIgnoreCase(name))
        .map(Raw::body)
        .findFirst();
  }
}
