package io.svara.channel.email.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail's own header, unfolded and not decoded: addresses and ids are taken apart before their
 * words are decoded, since decoded words may hold commas and brackets.
 */
final class RawHeader {
  private static final int LONGEST = 1 << 20;
  private static final int MOST = 2_000;

  private final List<String[]> fields = new ArrayList<>();

  static RawHeader of(byte[] mail) {
    RawHeader header = new RawHeader();
    StringBuilder field = new StringBuilder();
    for (String line : text(mail).split("\r\n|\n|\r", -1)) {
      if (line.isEmpty() || header.fields.size() >= MOST) {
        break;
      }
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        field.append(line);
      } else {
        header.add(field.toString());
        field = new StringBuilder(line);
      }
    }
    header.add(field.toString());
    return header;
  }

  private static String text(byte[] mail) {
    int end = Math.min(mail.length, LONGEST);
    for (int i = 0; i + 3 < end; i++) {
      if (mail[i] == '\n'
          && (mail[i + 1] == '\n' || (mail[i + 1] == '\r' && mail[i + 2] == '\n'))) {
        end = i + 1;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(mail, 0, end)).toString();
    } catch (CharacterCodingException undeclared) {
      return new String(mail, 0, end, StandardCharsets.ISO_8859_1);
    }
  }

  private void add(String field) {
    int colon = field.indexOf(':');
    if (colon > 0) {
      fields.add(new String[] {field.substring(0, colon).strip(), field.substring(colon + 1)});
    }
  }

  /** The values of all fields of that name, in their order. */
  List<String> all(String name) {
    return fields.stream()
        .filter(field -> field[0].equalsIgnoreCase(name))
        .map(field -> field[1].strip())
        .toList();
  }

  /** The value of the first that has one. */
  Optional<String> first(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }
}
