package io.svara.channel.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * A mailbox as its owner's provider keeps it: read over IMAP, written from over SMTP, and what is
 * sent is kept by the server beside what came, as providers do that show conversations.
 */
final class MailPlatform implements Platform {
  static final String ADDRESS = "support@lumavik.example";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Troubled troubled = new Troubled();
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final GreenMailUser user;
  private final MailFolder sent;
  private final Relay relay;
  private final FakeSubmission submission;
  private final Map<String, String> chains = new HashMap<>();
  private Instant now = Instant.EPOCH;
  private int written;

  MailPlatform(Secrets secrets) {
    String password = secrets.of("password");
    start(mails);
    user = mails.setUser(ADDRESS, ADDRESS, password);
    try {
      sent = mails.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException impossible) {
      throw new IllegalStateException(impossible);
    }
    relay = new Relay(mails.getImap().getPort(), troubled);
    submission = new FakeSubmission(troubled, ADDRESS, password, mail -> keep(sent, mail.mail()));
  }

  @Override
  public String account() {
    return ADDRESS;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "address",
        ADDRESS,
        "imapUrl",
        "imap://127.0.0.1:" + relay.port(),
        "smtpUrl",
        "smtp://127.0.0.1:" + submission.port(),
        "sentFolder",
        "INBOX",
        "pollSeconds",
        "1");
  }

  @Override
  public void time(Instant time) {
    now = time;
  }

  @Override
  public Written writes(Visibility where, String text) {
    written++;
    return arrives("kund" + written + "@kund.example", "", text);
  }

  @Override
  public Written repliesTo(Written message, String text) {
    written++;
    return arrives(message.author(), message.id(), text);
  }

  @Override
  public Written answers(Written message, String text) {
    written++;
    String id = "own" + written + "@lumavik.example";
    keep(sent, mail(ADDRESS, message.author(), id, message.id(), text));
    return new Written(id, ADDRESS, Visibility.PRIVATE, now);
  }

  @Override
  public void crowds(Written message, int others) {
    for (int i = 0; i < others; i++) {
      written++;
      keep(sent, mail(ADDRESS, "annan@kund.example", "crowd" + written + "@x.example", "", "Hej"));
    }
  }

  private Written arrives(String author, String parent, String text) {
    String id = "m" + written + "@kund.example";
    user.deliver(message(mail(author, ADDRESS, id, parent, text)));
    return new Written(id, author, Visibility.PRIVATE, now);
  }

  private String mail(String from, String to, String id, String parent, String text) {
    String references = "";
    if (!parent.isEmpty()) {
      String chain = chains.getOrDefault(parent, "") + "<" + parent + "> ";
      chains.put(id, chain);
      references = "In-Reply-To: <" + parent + ">\r\nReferences: " + chain.strip() + "\r\n";
    }
    String body = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "From: =?utf-8?Q?=C3=85sa?= <"
        + from
        + ">\r\nTo: <"
        + to
        + ">\r\nSubject: Min vara\r\nDate: "
        + DATE.format(now)
        + "\r\nMessage-ID: <"
        + id
        + ">\r\n"
        + references
        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + body
        + "\r\n";
  }

  private static void keep(MailFolder folder, String mail) {
    folder.appendMessage(message(mail), new Flags(Flags.Flag.SEEN), new Date());
  }

  private static MimeMessage message(String mail) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public List<Said> texts() {
    return submission.mails().stream().map(MailPlatform::said).toList();
  }

  private static Said said(FakeSubmission.Taken taken) {
    Sample mail = Sample.of(taken.mail());
    return new Said(
        mail.id("Message-ID").orElseThrow(),
        Visibility.PRIVATE,
        mail.id("In-Reply-To"),
        taken.to().stream().findFirst(),
        mail.text());
  }

  FakeSubmission submission() {
    return submission;
  }

  @Override
  public int listeners() {
    return relay.connections();
  }

  @Override
  public void hangsUp() {
    relay.hangUp();
  }

  @Override
  public void meet(Trouble trouble, int calls) {
    troubled.meet(trouble, calls);
  }

  @Override
  public void expireToken() {
    user.setPassword("another");
    submission.password(ADDRESS, "another");
  }

  @Override
  public void revokeToken() {
    expireToken();
  }

  @Override
  public void close() {
    submission.close();
    relay.close();
    mails.stop();
  }

  /**
   * In a group of its own: it ends its threads by an exception when a client hangs up, and whoever
   * waits for something meanwhile would take that for their own.
   */
  private static void start(GreenMail mails) {
    Thread starter = new Thread(new Calm(), mails::start, "greenmail");
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Calm extends ThreadGroup {
    private Calm() {
      super("greenmail");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable hungUp) {
      // A mailbox that really fails is seen by what is missing in it.
    }
  }
}
