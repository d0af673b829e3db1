package io.svara.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The boundary of a multipart that names none, or another than it uses. */
final class Boundary {

  private static final int WITHIN = 1 << 20;
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^--([^\\r\\n]{1,200}?)[ \\t]*+\\r?\\n(?=(?i:Content-[a-z-]{1,40}[ \\t]?:))");

  private Boundary() {}

  /** Whether a part is a multipart by its header, and the parser took it for text. */
  static boolean isMissing(Part part) {
    return !part.mediaType().startsWith("multipart/")
        && declared(part).startsWith("multipart/")
        && part.parts().isEmpty();
  }

  /** The same part as a mail with the boundary that its lines show, if they show any. */
  static Optional<byte[]> mended(Part part) {
    byte[] content = part.content();
    String start =
        new String(content, 0, Math.min(WITHIN, content.length), StandardCharsets.ISO_8859_1);
    Matcher line = LINE.matcher(start);
    if (!line.find()) {
      return Optional.empty();
    }
    String boundary = line.group(1).replaceAll("([\"\\\\])", "\\\\$1");
    String type =
        declared(part).matches("multipart/[a-z]{1,20}") ? declared(part) : "multipart/mixed";
    byte[] header =
        ("Content-Type: " + type + "; boundary=\"" + boundary + "\"\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] mended = new byte[header.length + content.length];
    System.arraycopy(header, 0, mended, 0, header.length);
    System.arraycopy(content, 0, mended, header.length, content.length);
    return Optional.of(mended);
  }

  private static String declared(Part part) {
    String type = part.field("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip();
  }
}
