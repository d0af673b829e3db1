package io.svara.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * The value of a field that has parameters, and these: continued and with a charset (RFC 2231), or
 * with encoded words, which RFC 2047 forbids and many programs write.
 */
record Parameters(String value, Map<String, String> map) {

  private static final int MOST = 200;

  static Parameters of(byte[] fieldBody) {
    ByteSequence raw = ContentUtil.encode(StandardCharsets.ISO_8859_1, "X: " + latin(fieldBody));
    RawBody body;
    try {
      RawField field = RawFieldParser.DEFAULT.parseField(raw);
      body = RawFieldParser.DEFAULT.parseRawBody(field);
    } catch (org.apache.james.mime4j.MimeException unreadable) {
      return new Parameters("", Map.of());
    }
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, Piece>> pieces = new LinkedHashMap<>();
    List<NameValuePair> pairs = new ArrayList<>(body.getParams());
    for (NameValuePair pair : pairs.subList(0, Math.min(MOST, pairs.size()))) {
      if (pair.getName() == null || pair.getValue() == null) {
        continue;
      }
      String name = pair.getName().strip().toLowerCase(Locale.ROOT);
      int star = name.indexOf('*');
      if (star <= 0) {
        plain.putIfAbsent(name, whole(pair.getValue()));
        continue;
      }
      boolean encoded = name.endsWith("*");
      String number =
          name.substring(star + 1, Math.max(star + 1, name.length() - (encoded ? 1 : 0)));
      int place = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
      pieces
          .computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
          .putIfAbsent(place, new Piece(pair.getValue(), encoded));
    }
    pieces.forEach((name, each) -> plain.put(name, joined(each)));
    return new Parameters(
        body.getValue() == null ? "" : body.getValue().strip(), Map.copyOf(plain));
  }

  private record Piece(String value, boolean encoded) {}

  private static String whole(String latin) {
    String text = Charsets.guess(latin.getBytes(StandardCharsets.ISO_8859_1));
    return EncodedWords.decode(text);
  }

  private static String joined(TreeMap<Integer, Piece> pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    boolean first = true;
    for (Piece piece : pieces.values()) {
      String value = piece.value();
      if (first && piece.encoded()) {
        int language = value.indexOf('\'');
        int text = value.indexOf('\'', language + 1);
        if (language >= 0 && text > 0) {
          charset = value.substring(0, language);
          value = value.substring(text + 1);
        }
      }
      first = false;
      bytes.writeBytes(
          piece.encoded() ? percent(value) : value.getBytes(StandardCharsets.ISO_8859_1));
    }
    return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
  }

  private static byte[] percent(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean room = i + 2 < text.length() && text.charAt(i) == '%';
      int high = room ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(text.charAt(i));
      }
    }
    return out.toByteArray();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
