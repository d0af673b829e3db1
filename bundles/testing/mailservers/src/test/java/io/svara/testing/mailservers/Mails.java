package io.svara.testing.mailservers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** What the tests write, and how a person's program speaks with the servers. */
final class Mails {
  private Mails() {}

  static byte[] mail(String from, String to, String subject) {
    return ("From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\nHej!\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static String subject(byte[] mail) {
    try {
      return new MimeMessage(null, new ByteArrayInputStream(mail)).getSubject();
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Hands a mail in with a login, as a person's program does. */
  static void submit(MailServers mail, Port port, String from, String to, String subject)
      throws Exception {
    String protocol = port == Port.SUBMISSIONS ? "smtps" : "smtp";
    Session session = mail.session(protocol);
    try (var transport = session.getTransport(protocol)) {
      transport.connect(from, mail.password());
      MimeMessage message =
          new MimeMessage(session, new ByteArrayInputStream(mail(from, to, subject)));
      transport.sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
    }
  }
}
