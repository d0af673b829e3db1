package io.svara.channel.email.smtp;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.channel.email.Settings;
import io.svara.channel.email.letter.MessageIds;
import io.svara.channel.email.net.HostSockets;
import io.svara.channel.email.net.OwnLoader;
import io.svara.channel.email.net.Server;
import io.svara.channel.email.net.Words;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;

/** The way to the server that takes our mail. For one call, within an {@link OwnLoader}. */
public final class Outbox implements AutoCloseable {
  private final Settings settings;
  private final Server server;
  private final Session session;
  private final HostSockets sockets;
  private final Submission submission;

  public Outbox(Settings settings, ChannelHost host) throws AccountRefused {
    this.settings = settings;
    this.server = settings.smtp();
    this.sockets = new HostSockets(host.sockets(), server, settings.certificate());
    Properties properties = sockets.properties("smtp");
    properties.put("mail.smtp.localhost", MessageIds.domain(settings.address()));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", "false");
    properties.put("mail.smtp.starttls.enable", text(server.secure() != Server.Secure.AT_ONCE));
    properties.put(
        "mail.smtp.starttls.required", text(server.secure() == Server.Secure.AFTER_STARTTLS));
    // Else the name would be given twice, and some servers take that for another's mailbox.
    properties.put("mail.smtp.sasl.authorizationid", "");
    properties.put("mail.smtp.auth.mechanisms", settings.byToken() ? "XOAUTH2" : "PLAIN LOGIN");
    this.session = Session.getInstance(properties);
    this.submission =
        new Submission(
            session, new URLName("smtp", server.host(), server.port(), null, null, null), sockets);
  }

  private static String text(boolean flag) {
    return Boolean.toString(flag);
  }

  /**
   * Connects, and signs in where the server knows how.
   *
   * @param proof the password or token
   */
  public void open(String proof) throws MessagingException {
    submission.connect(server.host(), server.port(), settings.user(), proof);
  }

  /** Hands a mail over. */
  void send(byte[] mail, List<InternetAddress> recipients) throws MessagingException {
    MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
    submission.sendMessage(message, recipients.toArray(Address[]::new));
  }

  Submission.Phase phase() {
    return submission.phase();
  }

  /** The code of what the server said last; -1 or 0 where it said none. */
  int lastCode() {
    return submission.getLastReturnCode();
  }

  /** What the server said last. */
  String lastWords() {
    String said = submission.getLastServerResponse();
    return said == null ? "" : said;
  }

  /** What the server said last, without that secret. */
  public String lastWords(String secret) {
    return Words.without(secret, lastWords());
  }

  /** Whether it is encrypted. */
  public boolean isSafe() {
    return sockets.made() != null && sockets.made().isSafe();
  }

  /** Whether the server asked who we are. */
  public boolean asksToSignIn() {
    return submission.supportsExtension("AUTH");
  }

  /** The server. */
  Server server() {
    return server;
  }

  @Override
  public void close() {
    try {
      submission.close();
    } catch (MessagingException alreadyGone) {
      // What the receipt says was known before.
    }
  }
}
