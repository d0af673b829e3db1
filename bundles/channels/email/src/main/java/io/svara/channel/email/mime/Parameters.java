package io.svara.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * The value of a field that has parameters, and these: continued and with a charset (RFC 2231), or
 * with encoded words, which RFC 2047 forbids and many programs write.
 *
 * @param value what stands before them
 * @param map by their names in lower case
 */
record Parameters(String value, Map<String, String> map) {

  static final Parameters NONE = new Parameters("", Map.of());

  private static final int MOST = 200;

  /**
   * Those of a field's body as it came.
   *
   * @param fallback the charset of bytes that are neither ASCII nor UTF-8
   */
  static Parameters of(byte[] fieldBody, String fallback) {
    String latin = new String(fieldBody, StandardCharsets.ISO_8859_1);
    RawBody body;
    try {
      body =
          RawFieldParser.DEFAULT.parseRawBody(
              RawFieldParser.DEFAULT.parseField(
                  ContentUtil.encode(StandardCharsets.ISO_8859_1, "X: " + latin)));
    } catch (MimeException unreadable) {
      return NONE;
    }
    Map<String, String> whole = new LinkedHashMap<>();
    Map<String, Continued> continued = new LinkedHashMap<>();
    body.getParams().stream()
        .limit(MOST)
        .filter(pair -> pair.getName() != null && pair.getValue() != null)
        .forEach(pair -> sort(pair, whole, continued, fallback));
    continued.forEach((name, pieces) -> whole.put(name, pieces.joined()));
    String value = body.getValue() == null ? "" : body.getValue().strip();
    return new Parameters(value, Map.copyOf(whole));
  }

  private static void sort(
      NameValuePair pair,
      Map<String, String> whole,
      Map<String, Continued> continued,
      String fallback) {
    String name = pair.getName().strip().toLowerCase(Locale.ROOT);
    int star = name.indexOf('*');
    if (star > 0) {
      continued
          .computeIfAbsent(name.substring(0, star), key -> new Continued())
          .add(name.substring(star + 1), pair.getValue());
    } else {
      byte[] bytes = pair.getValue().getBytes(StandardCharsets.ISO_8859_1);
      whole.putIfAbsent(name, EncodedWords.decode(Charsets.guess(bytes, fallback)));
    }
  }
}
