package io.svara.channel.email.smtp;

import io.svara.channel.email.net.HostSockets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One session with the server, which knows how far it came. */
final class Submission extends SMTPTransport {
  /**
   * How long the server may take to say that it has the mail. RFC 5321, 4.5.3.2.6, asks for ten
   * minutes; the host ends a delivery after three.
   */
  private static final Duration AT_THE_END = Duration.ofSeconds(150);

  private final HostSockets sockets;
  private Phase phase = Phase.BEFORE;

  /** How far the server can have come with the mail. */
  enum Phase {
    /** It has no whole mail. */
    BEFORE,
    /** It may have all of it, up to its end. */
    HANDED_OVER,
    /** It said that it has it. */
    TAKEN
  }

  /**
   * @param sockets through which the session connects
   */
  Submission(Session session, URLName name, HostSockets sockets) {
    super(session, name);
    this.sockets = sockets;
  }

  Phase phase() {
    return phase;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    phase = Phase.BEFORE;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    phase = Phase.HANDED_OVER;
    sockets.made().setSoTimeout(Math.toIntExact(AT_THE_END.toMillis()));
    super.finishData();
    phase = Phase.TAKEN;
  }
}
