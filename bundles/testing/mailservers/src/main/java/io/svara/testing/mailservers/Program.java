package io.svara.testing.mailservers;

import jakarta.mail.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A person's program for mails, as Angus Mail has it. */
final class Program {
  private static final Map<String, Port> PORTS =
      Map.of(
          "imap", Port.IMAP,
          "imaps", Port.IMAPS,
          "smtp", Port.SUBMISSION,
          "smtps", Port.SUBMISSIONS);
  private static final String PATIENCE_MILLIS = "20000";

  private Program() {}

  static Session session(MailServers mail, String protocol) throws IOException {
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.put(prefix + "host", "127.0.0.1");
    properties.put(prefix + "port", String.valueOf(mail.port(PORTS.get(protocol))));
    properties.put(prefix + "timeout", PATIENCE_MILLIS);
    properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
    properties.put(prefix + "auth", "true");
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.socketFactory", trusting(mail).getSocketFactory());
    return Session.getInstance(properties);
  }

  private static SSLContext trusting(MailServers mail) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("mail", mail.certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException failure) {
      throw new IOException("No TLS that trusts the mail servers", failure);
    }
  }
}
