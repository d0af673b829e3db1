package io.svara.channel.email.imap;

import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.Status;

/** Waits for news of the open folder, and looks whether another has some. */
final class Watch implements ResponseHandler {
  private static final String[] ASKED = {"UIDNEXT", "UIDVALIDITY"};

  private final Imap imap;
  private boolean news;

  Watch(Imap imap) {
    this.imap = imap;
  }

  /** Whether a folder that is not open may hold more than was read of it. */
  boolean isBehind(String folder, Optional<Place> read) throws IOException {
    try {
      Status status = imap.protocol().status(folder, ASKED);
      return read.isEmpty()
          || status == null
          || status.uidvalidity != read.get().validity()
          || status.uidnext != read.get().last() + 1;
    } catch (ConnectionException gone) {
      throw Imap.failure(imap.server(), gone);
    } catch (ProtocolException refused) {
      // Opening the folder tells what is wrong with it.
      return true;
    }
  }

  /**
   * Waits for mail that comes to the open folder: told by the server (IDLE), or where it tells
   * nothing until the time to look; or at once, where it told during the commands before. That the
   * server ends the wait as asked shows that it is still there.
   *
   * @return whether something came before the end, which {@link System#nanoTime()} tells
   */
  boolean hasNews(long end) throws IOException {
    if (imap.takeNews()) {
      return true;
    }
    IMAPProtocol protocol = imap.protocol();
    if (!protocol.hasCapability("IDLE")) {
      imap.sockets().made().awaits(left(end));
      return false;
    }
    protocol.addResponseHandler(this);
    try {
      protocol.idleStart();
      while (!news && (protocol.hasResponse() || imap.sockets().made().awaits(left(end)))) {
        Response told = protocol.readIdleResponse();
        see(told);
        if (told != null && told.isTagged()) {
          // The server ended the wait by itself.
          protocol.processIdleResponse(told);
          return true;
        }
      }
      protocol.idleAbort();
      boolean over = false;
      while (!over) {
        Response answer = protocol.readIdleResponse();
        see(answer);
        over = answer == null || !protocol.processIdleResponse(answer);
      }
      return news;
    } catch (ProtocolException refused) {
      throw Imap.failure(imap.server(), refused);
    } finally {
      protocol.removeResponseHandler(this);
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private void see(Response answer) throws IOException {
    if (answer != null && answer.isBYE()) {
      throw new IOException(imap.server() + " hung up: " + Words.of(answer.getRest()));
    }
    if (answer != null) {
      handleResponse(answer);
    }
  }

  @Override
  public void handleResponse(Response answer) {
    if (answer instanceof IMAPResponse told && told.keyEquals("EXISTS")) {
      news = true;
    }
  }
}
