package io.svara.channel.email.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Mails for tests, written as text whose characters are bytes. */
final class Mails {

  private Mails() {}

  /** Reads a mail whose lines are given; each character up to U+00FF is one byte. */
  static Mail read(String... lines) {
    return new MailReader().read(bytes(lines));
  }

  static byte[] bytes(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A text as the bytes of a charset, each as one character. */
  static String as(String charset, String text) {
    return new String(text.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
  }

  /** The file name of a mail's only file, whose disposition is given. */
  static String fileName(String disposition) {
    return only(read(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: application/pdf",
            "Content-Disposition: " + disposition,
            "",
            "x",
            "--b--"))
        .fileName()
        .orElseThrow();
  }

  static Part only(Mail mail) {
    if (mail.files().size() != 1) {
      throw new AssertionError("One file was expected, not " + mail.files());
    }
    return mail.files().get(0);
  }
}
