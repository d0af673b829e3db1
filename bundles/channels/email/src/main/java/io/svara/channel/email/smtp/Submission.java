package io.svara.channel.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One session with the server, which knows how far it came. */
final class Submission extends SMTPTransport {
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

  Submission(Session session, URLName name) {
    super(session, name);
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
    super.finishData();
    phase = Phase.TAKEN;
  }
}
