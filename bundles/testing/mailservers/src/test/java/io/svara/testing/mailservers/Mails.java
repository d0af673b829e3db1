package io.svara.testing.mailservers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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

  /**
   * Through the network, as that protocol; {@code imaps} and {@code smtps} trust the certificate.
   */
  static Session session(MailServers mail, String protocol, Port port) throws Exception {
    Properties properties = new Properties();
    properties.put("mail." + protocol + ".host", "127.0.0.1");
    properties.put("mail." + protocol + ".port", String.valueOf(mail.port(port)));
    properties.put("mail." + protocol + ".timeout", "10000");
    properties.put("mail." + protocol + ".connectiontimeout", "10000");
    properties.put("mail." + protocol + ".auth", "true");
    properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    properties.put("mail." + protocol + ".ssl.socketFactory", trusting(mail).getSocketFactory());
    return Session.getInstance(properties);
  }

  private static SSLContext trusting(MailServers mail) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("mail", mail.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Hands a mail in with a login, as a person's program does. */
  static void submit(MailServers mail, Port port, String from, String to, String subject)
      throws Exception {
    String protocol = port == Port.SUBMISSIONS ? "smtps" : "smtp";
    Session session = session(mail, protocol, port);
    try (var transport = session.getTransport(protocol)) {
      transport.connect(from, mail.password());
      MimeMessage message =
          new MimeMessage(session, new ByteArrayInputStream(mail(from, to, subject)));
      transport.sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
    }
  }
}
