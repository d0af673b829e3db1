package io.svara.testing.mailservers;

import io.svara.testing.launcher.RandomSecrets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * A real Postfix and a real Dovecot of this machine, started privately: everything of theirs lies
 * in one temporary folder, they listen on free ports of 127.0.0.1 only, and no mail leaves them but
 * by {@link #route}. Each call starts a pair of its own. They end with {@link #close}, and with
 * this JVM however it ends. For any thread.
 *
 * <pre>{@code
 * try (MailServers mail = MailServers.start()) {
 *   mail.deliver("anna@kund.example", "support@lumavik.example", bytes);
 *   mail.restartDovecot();
 *   mail.network().cut();
 * }
 * }</pre>
 */
public final class MailServers implements AutoCloseable {
  private final Setup setup;
  private final Path folder;
  private final Network network;
  private final String password;
  private final Certificate certificate;
  private final Postfix postfix;
  private final Dovecot dovecot;

  private MailServers(Setup setup, Path folder, Network network) throws IOException {
    this.setup = setup;
    this.folder = folder;
    this.network = network;
    this.password = RandomSecrets.next();
    this.certificate = Certificate.make(folder, setup.host());
    Map<String, String> values = new HashMap<>();
    values.put("folder", folder.toString());
    values.put("uid", String.valueOf(Layout.MAIL_USER));
    for (Port port : Port.values()) {
      values.put(port.key(), String.valueOf(network.behind(port)));
    }
    this.postfix = Postfix.configure(folder, setup, values);
    this.dovecot = Dovecot.configure(folder, setup, password, values);
  }

  /**
   * The usual inhabitants: {@code support@lumavik.example}, with {@code faktura@} for its inbox and
   * {@code retur@} for its folder Returer; {@code anna@}, {@code bertil@} and {@code
   * cecilia@kund.example}, customers. Whoever else is written to at these domains is unknown.
   */
  public static Setup setup() {
    return new Setup()
        .mailbox("support@lumavik.example")
        .address("faktura@lumavik.example", "support@lumavik.example")
        .address("retur@lumavik.example", "support@lumavik.example", "Returer")
        .mailbox("anna@kund.example")
        .mailbox("bertil@kund.example")
        .mailbox("cecilia@kund.example");
  }

  /** Starts a pair with the usual inhabitants. */
  public static MailServers start() throws IOException {
    return setup().start();
  }

  static MailServers start(Setup setup) throws IOException {
    try {
      return started(setup);
    } catch (RuntimeException somebodyTookAPort) {
      return started(setup);
    }
  }

  private static MailServers started(Setup setup) throws IOException {
    MailServers servers = new MailServers(setup, Layout.make(), Network.open());
    try {
      servers.makeMailboxes();
      servers.dovecot.start();
      servers.postfix.start();
      servers.dovecot.awaitAnswering();
      servers.postfix.awaitAnswering();
      return servers;
    } catch (IOException | RuntimeException failure) {
      String logs = servers.logs();
      servers.close();
      throw new IllegalStateException("The mail servers do not start:\n" + logs, failure);
    }
  }

  private void makeMailboxes() throws IOException {
    for (Setup.Home home : setup.addresses().values()) {
      mailbox(home.mailbox()).make();
      mailbox(home.mailbox(), home.folder()).make();
    }
  }

  /**
   * Hands a mail in as another mail server would, byte for byte.
   *
   * @throws IOException when Postfix refuses it or is not there
   */
  public void deliver(String sender, String recipient, byte[] mail) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(network.behind(Port.SMTP)));
    properties.setProperty("mail.smtp.from", sender);
    properties.setProperty("mail.smtp.allow8bitmime", "true");
    Session session = Session.getInstance(properties);
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(mail)),
          new InternetAddress[] {new InternetAddress(recipient)});
    } catch (MessagingException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  /** The inbox of a mailbox, as files. */
  public Maildir mailbox(String address) {
    return mailbox(address, "INBOX");
  }

  /** A folder of a mailbox, as files. */
  public Maildir mailbox(String address, String name) {
    return new Maildir(
        folder.resolve("mail").resolve(new Setup.Home(setup.home(address).mailbox(), name).path()));
  }

  /** What an account of a connector for e-mail is told, with TLS; the certificate pinned. */
  public Map<String, String> account(String mailbox) {
    Map<String, String> account = new LinkedHashMap<>();
    account.put("channel", "email");
    account.put("address", mailbox);
    account.put("imapUrl", "imaps://127.0.0.1:" + port(Port.IMAPS));
    account.put("smtpUrl", "smtps://127.0.0.1:" + port(Port.SUBMISSIONS));
    account.put("user", mailbox);
    account.put("password", password);
    account.put("certificate", fingerprint());
    return account;
  }

  /**
   * A session of Angus Mail through the {@link #network} that trusts the certificate.
   *
   * @param protocol {@code imap}, {@code imaps}, {@code smtp} or {@code smtps}
   */
  public Session session(String protocol) throws IOException {
    return Program.session(this, protocol);
  }

  /** A port that the {@link #network} befalls. */
  public int port(Port port) {
    return network.port(port);
  }

  public Network network() {
    return network;
  }

  /** Of every mailbox; another for each pair. */
  public String password() {
    return password;
  }

  /** Signed by itself, for 127.0.0.1, localhost and the host's name. */
  public X509Certificate certificate() {
    return certificate.certificate();
  }

  /** SHA-256 of the {@link #certificate}, as openssl prints it. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /** From now on mails to that domain go to another pair; all others bounce. */
  public void route(String domain, MailServers other) throws IOException {
    postfix.route(domain, other.network.behind(Port.SMTP));
  }

  /** Ends every session, and is back on the same ports when this returns. */
  public void restartDovecot() throws IOException {
    stopDovecot();
    startDovecot();
  }

  public void stopDovecot() throws IOException {
    dovecot.close();
  }

  public void startDovecot() throws IOException {
    dovecot.start();
    dovecot.awaitAnswering();
  }

  public void stopPostfix() throws IOException {
    postfix.close();
  }

  public void startPostfix() throws IOException {
    postfix.start();
    postfix.awaitAnswering();
  }

  /** Tries at once to deliver what waits in Postfix's queue. */
  public void flush() throws IOException {
    postfix.flush();
  }

  /** What waits in Postfix's queue, in words. */
  public String queue() throws IOException {
    return postfix.queue();
  }

  /**
   * Restarts Dovecot with other numbers for the mails of a folder and another UIDVALIDITY, as after
   * a move to another server.
   */
  public void changeUidValidity(String mailbox, String name) throws IOException {
    stopDovecot();
    mailbox(mailbox, name).renumber();
    startDovecot();
  }

  /** Who is signed in, as {@code doveadm who} prints it. */
  public String who() throws IOException {
    return dovecot.who();
  }

  /** How many sessions wait in IDLE on a folder, as the server sees it. */
  public int idling(String mailbox, String name) {
    return dovecot.idling(mailbox(mailbox, name).folder());
  }

  /** What both servers logged, for failures. */
  public String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (String name : new String[] {"postfix.out", "postfix.log", "dovecot.out", "dovecot.log"}) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        logs.append("--- ").append(name).append('\n').append(Files.readString(file));
      }
    }
    return logs.toString();
  }

  Postfix postfix() {
    return postfix;
  }

  Dovecot dovecot() {
    return dovecot;
  }

  Path folder() {
    return folder;
  }

  /** Ends both and all that they started, and removes everything of theirs. */
  @Override
  public void close() throws IOException {
    try (network;
        dovecot;
        postfix) {
      // Closed in the reverse order, each also when another fails.
    }
    Layout.remove(folder);
  }
}
