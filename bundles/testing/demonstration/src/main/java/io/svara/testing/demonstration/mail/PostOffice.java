package io.svara.testing.demonstration.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.RandomSecrets;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * IMAP and SMTP on loopback, in memory: GreenMail, which is a teaching server and no Postfix (the
 * tests of the distribution have that). Mail to the organisation stays until Svara fetches it; mail
 * to anybody else is handed to who listens.
 */
public final class PostOffice implements AutoCloseable {
  /** Whom customers write to. */
  public static final String SUPPORT = "support@lumavik.example";

  private final GreenMail servers;
  private final String password = RandomSecrets.next();
  private final GreenMailUser support;
  private volatile Consumer<MimeMessage> listener = message -> {};

  private PostOffice(GreenMail servers) {
    this.servers = servers;
    this.support = servers.setUser(SUPPORT, SUPPORT, password);
    servers.getUserManager().setMessageDeliveryHandler(this::sort);
  }

  /** Opens it on two ports that are free. */
  public static PostOffice open() {
    GreenMail servers =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    servers.start();
    return new PostOffice(servers);
  }

  /** Gives the distribution, which is not started yet, an account for the mailbox. */
  public void configure(Distribution svara) throws IOException {
    svara.configure(
        "io.svara.account-post",
        Map.of(
            "channel",
            "email",
            "address",
            SUPPORT,
            "senderName",
            "Lumavik Tele",
            "imapUrl",
            "imap://127.0.0.1:" + servers.getImap().getPort(),
            "smtpUrl",
            "smtp://127.0.0.1:" + servers.getSmtp().getPort(),
            "user",
            SUPPORT,
            "password",
            password,
            "pollSeconds",
            "5"));
  }

  /** Tells what is sent to customers, on a thread of the server's. */
  void listen(Consumer<MimeMessage> toCustomers) {
    listener = toCustomers;
  }

  /** Puts a letter into the organisation's mailbox. */
  void deliver(MimeMessage letter) {
    support.deliver(letter);
  }

  private GreenMailUser sort(MovingMessage mail, MailAddress to) throws UserException {
    if (to.getEmail().equalsIgnoreCase(SUPPORT)) {
      return support;
    }
    listener.accept(mail.getMessage());
    return Optional.ofNullable(servers.getUserManager().getUserByEmail(to.getEmail()))
        .orElseGet(() -> servers.setUser(to.getEmail(), RandomSecrets.next()));
  }

  @Override
  public void close() {
    servers.stop();
  }
}
