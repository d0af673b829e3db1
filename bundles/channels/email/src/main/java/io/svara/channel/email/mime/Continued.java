package io.svara.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** The pieces of one parameter, {@code name*0*=} and so on (RFC 2231), in whatever order. */
final class Continued {

  private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

  private record Piece(String value, boolean encoded) {}

  /**
   * Takes a piece in.
   *
   * @param suffix what follows the first star of its name: {@code 0*}, {@code 1}, or nothing
   */
  void add(String suffix, String value) {
    boolean encoded = suffix.isEmpty() || suffix.endsWith("*");
    String place = suffix.replace("*", "");
    int number = place.matches("\\d{1,4}") ? Integer.parseInt(place) : 0;
    pieces.putIfAbsent(number, new Piece(value, encoded));
  }

  /** All of them, decoded by the charset that the first one names. */
  String joined() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    boolean first = true;
    for (Piece piece : pieces.values()) {
      String value = piece.value();
      int language = first && piece.encoded() ? value.indexOf('\'') : -1;
      int text = language < 0 ? -1 : value.indexOf('\'', language + 1);
      if (text > 0) {
        charset = value.substring(0, language);
        value = value.substring(text + 1);
      }
      bytes.writeBytes(
          piece.encoded() ? percent(value) : value.getBytes(StandardCharsets.ISO_8859_1));
      first = false;
    }
    return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
  }

  private static byte[] percent(String text) {
    return Hexed.bytes(text.getBytes(StandardCharsets.ISO_8859_1), '%');
  }
}
