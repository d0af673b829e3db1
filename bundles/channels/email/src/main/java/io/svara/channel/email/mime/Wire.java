package io.svara.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A mail's bytes as they came, put in order where no reader could make sense of them. */
final class Wire {

  private static final Pattern FIELD = Pattern.compile("(?m)^[!-9;-~]+[ \\t]*:");
  private static final byte[] NO_HEADER = {'\r', '\n'};

  private final Flaws flaws;

  Wire(Flaws flaws) {
    this.flaws = flaws;
  }

  /** The same bytes where they are sound. */
  byte[] ordered(byte[] mail) {
    return withHeader(bounded(unenveloped(lines(unmarked(mail)))));
  }

  /** Without the line by which mailbox files keep mails apart. */
  private static byte[] unenveloped(byte[] mail) {
    String start = new String(mail, 0, Math.min(6, mail.length), StandardCharsets.ISO_8859_1);
    if (!start.startsWith("From ") && !start.equals(">From ")) {
      return mail;
    }
    int end = 0;
    while (end < mail.length && mail[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(mail, Math.min(mail.length, end + 1), mail.length);
  }

  private static byte[] unmarked(byte[] mail) {
    boolean marked =
        mail.length > 2
            && (mail[0] & 0xff) == 0xef
            && (mail[1] & 0xff) == 0xbb
            && (mail[2] & 0xff) == 0xbf;
    return marked ? Arrays.copyOfRange(mail, 3, mail.length) : mail;
  }

  /** Lines that end with CR alone, or with two of them, as some gateways leave them. */
  private byte[] lines(byte[] mail) {
    int feeds = 0;
    int returns = 0;
    int doubled = 0;
    for (int i = 0; i < mail.length; i++) {
      feeds += mail[i] == '\n' ? 1 : 0;
      returns += mail[i] == '\r' ? 1 : 0;
      doubled += i > 1 && mail[i] == '\n' && mail[i - 1] == '\r' && mail[i - 2] == '\r' ? 1 : 0;
    }
    boolean onlyReturns = feeds == 0 && returns > 1;
    boolean allDoubled = feeds > 0 && doubled == feeds;
    if (!onlyReturns && !allDoubled) {
      return mail;
    }
    flaws.damaged("The lines end as no mail's do.");
    ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + returns);
    for (int i = 0; i < mail.length; i++) {
      boolean extra = allDoubled && mail[i] == '\r' && i + 1 < mail.length && mail[i + 1] == '\r';
      if (!extra) {
        out.write(mail[i]);
      }
      if (onlyReturns && mail[i] == '\r') {
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  /** Without the middle of a header that is too long: its beginning says who wrote what. */
  private byte[] bounded(byte[] mail) {
    int end = headerEnd(mail);
    if (end <= Bounds.HEADER) {
      return mail;
    }
    flaws.cut("The header is longer than " + Bounds.HEADER + " bytes; the rest of it is left out.");
    int keep = Bounds.HEADER;
    while (keep > 0 && mail[keep - 1] != '\n') {
      keep--;
    }
    keep = keep == 0 ? Bounds.HEADER : keep;
    ByteArrayOutputStream out = new ByteArrayOutputStream(keep + 2 + mail.length - end);
    out.write(mail, 0, keep);
    out.writeBytes(NO_HEADER);
    out.write(mail, end, mail.length - end);
    return out.toByteArray();
  }

  /** Where the body begins, its empty line skipped. */
  private static int headerEnd(byte[] mail) {
    for (int i = 0; i < mail.length; i++) {
      if (mail[i] == '\n') {
        int next = i + 1 < mail.length && mail[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < mail.length && mail[next] == '\n') {
          return next + 1;
        }
      }
    }
    return mail.length;
  }

  /**
   * A text without any header is read as such, and not lost as a header that nobody understands.
   */
  private byte[] withHeader(byte[] mail) {
    String header = new String(mail, 0, headerEnd(mail), StandardCharsets.ISO_8859_1);
    if (header.isBlank() || header.charAt(0) == '\n' || FIELD.matcher(header).find()) {
      return mail;
    }
    flaws.damaged("The mail has no header.");
    ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + 2);
    out.writeBytes(NO_HEADER);
    out.writeBytes(mail);
    return out.toByteArray();
  }
}
