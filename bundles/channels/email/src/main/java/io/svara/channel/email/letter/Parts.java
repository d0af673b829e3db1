package io.svara.channel.email.letter;

import io.svara.api.channel.Outbound;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The body of a letter: its text, and its files if it has any. */
final class Parts {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final int LONGEST_LINE = 900;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,80}");

  private Parts() {}

  /** Header fields of the body, an empty line, and the body. */
  static byte[] of(String text, List<Outbound.File> files, String boundary) {
    if (files.isEmpty()) {
      return text(text);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ascii(all, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n");
    ascii(all, "--" + boundary + "\r\n");
    all.writeBytes(text(text));
    for (Outbound.File file : files) {
      ascii(all, "\r\n--" + boundary + "\r\n");
      all.writeBytes(file(file));
    }
    ascii(all, "\r\n--" + boundary + "--\r\n");
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    String flowed = Flowing.of(text);
    boolean plain =
        flowed.chars().allMatch(c -> c < 127 && (c >= ' ' || c == '\r' || c == '\n' || c == '\t'))
            && flowed.lines().allMatch(line -> line.length() <= LONGEST_LINE);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    ascii(part, "Content-Type: text/plain; charset=utf-8; format=flowed\r\n");
    ascii(part, "Content-Transfer-Encoding: " + (plain ? "7bit" : "quoted-printable") + "\r\n\r\n");
    if (plain) {
      ascii(part, flowed);
    } else {
      quotedPrintable(part, flowed);
    }
    return part.toByteArray();
  }

  private static void quotedPrintable(ByteArrayOutputStream part, String text) {
    try (OutputStream encoder = MimeUtility.encode(part, "quoted-printable")) {
      encoder.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (MessagingException | IOException impossible) {
      throw new IllegalStateException("Text cannot be encoded.", impossible);
    }
  }

  private static byte[] file(Outbound.File file) {
    String type =
        MEDIA_TYPE.matcher(file.mediaType()).matches()
            ? file.mediaType()
            : "application/octet-stream";
    ParameterList name = new ParameterList();
    name.set("filename", HeaderWriter.plain(file.name()), StandardCharsets.UTF_8.name());
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    ascii(part, "Content-Type: " + type + "\r\n");
    ascii(part, "Content-Disposition: " + new ContentDisposition("attachment", name) + "\r\n");
    ascii(part, "Content-Transfer-Encoding: base64\r\n\r\n");
    part.writeBytes(Base64.getMimeEncoder(76, CRLF).encode(file.bytes()));
    return part.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
