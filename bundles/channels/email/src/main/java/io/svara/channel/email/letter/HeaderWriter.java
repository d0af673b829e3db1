package io.svara.channel.email.letter;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes header fields. Whatever a value holds, it stays within its field: line breaks and control
 * characters become blanks before anything is written.
 */
final class HeaderWriter {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int WIDTH = 76;

  private final StringBuilder header = new StringBuilder();

  /** A field of words, encoded where they are not ASCII (RFC 2047). */
  HeaderWriter words(String name, String words) {
    try {
      String value = MimeUtility.encodeText(plain(words), UTF_8, null);
      return field(name, MimeUtility.fold(name.length() + 2, value));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every Java platform has UTF-8.", impossible);
    }
  }

  /** A field of addresses; none where there are none. */
  HeaderWriter addresses(String name, List<InternetAddress> addresses) {
    return list(name, addresses.stream().map(InternetAddress::toString).toList(), ",");
  }

  /** A field of ids, each in angle brackets; none where there are none. */
  HeaderWriter ids(String name, List<String> ids) {
    return list(name, ids.stream().map(id -> "<" + id + ">").toList(), "");
  }

  /** A field of tokens, of which it is known that they are ASCII. */
  HeaderWriter plainly(String name, String value) {
    return field(name, plain(value));
  }

  private HeaderWriter list(String name, List<String> parts, String separator) {
    if (parts.isEmpty()) {
      return this;
    }
    StringBuilder value = new StringBuilder();
    int column = name.length() + 2;
    List<String> all = new ArrayList<>(parts);
    for (int i = 0; i < all.size(); i++) {
      String part = plain(all.get(i)) + (i + 1 < all.size() ? separator : "");
      if (i > 0) {
        boolean fits = column + 1 + part.length() <= WIDTH;
        value.append(fits ? " " : "\r\n ");
        column = fits ? column + 1 : 1;
      }
      value.append(part);
      column += part.length();
    }
    return field(name, value.toString());
  }

  private HeaderWriter field(String name, String value) {
    header.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** On one line. */
  static String plain(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  @Override
  public String toString() {
    return header.toString();
  }
}
