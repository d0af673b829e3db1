package io.svara.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** A mail as its reader's program shows it: by Jakarta Mail, and unflowed as RFC 3676 says. */
record Sample(MimeMessage mail) {

  static Sample of(String mail) {
    try {
      return new Sample(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))));
    } catch (MessagingException none) {
      throw new IllegalArgumentException(none);
    }
  }

  Optional<String> header(String name) {
    try {
      return Optional.ofNullable(mail.getHeader(name, ", ")).map(MimeUtility::unfold);
    } catch (MessagingException none) {
      throw new IllegalStateException(none);
    }
  }

  Optional<String> id(String name) {
    return header(name).map(value -> value.replaceAll("[<>\\s]", ""));
  }

  /** The text of a mail that has nothing else. */
  String text() {
    try (InputStream raw = MimeUtility.decode(mail.getRawInputStream(), mail.getEncoding())) {
      return unflowed(new String(raw.readAllBytes(), StandardCharsets.UTF_8));
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String unflowed(String flowed) {
    StringBuilder text = new StringBuilder();
    for (String line : flowed.split("\r\n", -1)) {
      String bare = line.startsWith(" ") ? line.substring(1) : line;
      text.append(bare);
      if (!bare.endsWith(" ") || bare.equals("-- ")) {
        text.append('\n');
      }
    }
    // The last line's end, and what stands behind it.
    return text.substring(0, Math.max(0, text.length() - 2));
  }
}
