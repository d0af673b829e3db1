package io.svara.channel.email.imap;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import io.svara.channel.email.Settings;
import io.svara.channel.email.net.Causes;
import io.svara.channel.email.net.HostSockets;
import io.svara.channel.email.net.NotReached;
import io.svara.channel.email.net.NotTrusted;
import io.svara.channel.email.net.OwnLoader;
import io.svara.channel.email.net.Server;
import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One connection to a mailbox, signed in. Folders are opened for reading only, so nothing that this
 * does is seen by the people who read the same mailbox. For one thread.
 */
public final class Imap implements AutoCloseable {
  private final IMAPProtocol protocol;
  private final HostSockets sockets;
  private final Server server;
  private boolean news;

  private Imap(IMAPProtocol protocol, HostSockets sockets, Server server) {
    this.protocol = protocol;
    this.sockets = sockets;
    this.server = server;
  }

  /**
   * Connects and signs in.
   *
   * @throws NotReached when no connection stands
   * @throws NotTrusted when it cannot be made safe
   * @throws IOException when it broke, or what answered does not speak IMAP
   * @throws AccountRefused when the server refuses name or password, or the settings name no server
   */
  public static Imap open(Settings settings, ChannelHost host)
      throws IOException, AccountRefused, Http.NotSent, Http.NoAnswer {
    return open(settings, host.sockets());
  }

  /** The same, over other connections than the host's own. */
  public static Imap open(Settings settings, Sockets connections)
      throws IOException, AccountRefused, Http.NotSent, Http.NoAnswer {
    Imap imap = connect(settings, connections);
    boolean in = false;
    try {
      SignIn.in(imap.protocol, imap.server, settings);
      in = true;
      return imap;
    } finally {
      if (!in) {
        imap.close();
      }
    }
  }

  /** Connects, safely where that is asked for, and does not sign in. */
  public static Imap connect(Settings settings, ChannelHost host)
      throws IOException, AccountRefused {
    return connect(settings, host.sockets());
  }

  private static Imap connect(Settings settings, Sockets connections)
      throws IOException, AccountRefused {
    Server server = settings.imap();
    HostSockets sockets = new HostSockets(connections, server, settings.certificate());
    IMAPProtocol protocol = null;
    boolean safe = false;
    try (OwnLoader own = OwnLoader.open()) {
      MailLogger silent = new MailLogger(Imap.class, "imap", false, System.out);
      protocol =
          new IMAPProtocol(
              "imap", server.host(), server.port(), sockets.properties("imap"), false, silent);
      boolean offered = protocol.hasCapability("STARTTLS");
      if (server.secure() == Server.Secure.AFTER_STARTTLS && !offered) {
        throw new AccountRefused(
            "no-starttls",
            server
                + " offers no encryption (STARTTLS), and passwords are not sent without: enter its"
                + " address with imaps:// if it has one.");
      }
      if (server.secure() != Server.Secure.AT_ONCE && offered) {
        protocol.startTLS();
        protocol.capability();
      }
      safe = true;
      return new Imap(protocol, sockets, server);
    } catch (ProtocolException refused) {
      throw failure(server, refused);
    } catch (IOException broken) {
      throw cause(broken);
    } finally {
      if (!safe && protocol != null) {
        protocol.disconnect();
      }
    }
  }

  IMAPProtocol protocol() {
    return protocol;
  }

  HostSockets sockets() {
    return sockets;
  }

  Server server() {
    return server;
  }

  /**
   * Remembers that the server announced a mail of the open folder while something else was asked:
   * it announces each one once.
   */
  void announced() {
    news = true;
  }

  /** Whether a mail was announced since this was asked, or the folder opened. */
  boolean takeNews() {
    boolean was = news;
    news = false;
    return was;
  }

  /** Whether it is encrypted. */
  public boolean isSafe() {
    return sockets.made().isSafe();
  }

  /** Whether the server tells what comes (RFC 2177). */
  public boolean tellsNews() {
    return protocol.hasCapability("IDLE");
  }

  /** Signs in, where {@link #connect} left that to do. */
  public void signIn(Settings settings)
      throws IOException, AccountRefused, Http.NotSent, Http.NoAnswer {
    SignIn.in(protocol, server, settings);
  }

  /**
   * Opens a folder for reading only.
   *
   * @throws NoFolder when there is none of that name
   */
  public MailboxInfo examine(String folder) throws IOException, NoFolder {
    news = false;
    try {
      return protocol.examine(folder);
    } catch (ConnectionException gone) {
      throw failure(server, gone);
    } catch (ProtocolException refused) {
      ListInfo[] all = list();
      boolean there = Stream.of(all).anyMatch(one -> same(one.name, folder));
      if (there) {
        throw failure(server, refused);
      }
      throw new NoFolder(folder, Stream.of(all).map(one -> one.name).toList());
    }
  }

  /** Whether two names are one folder's. */
  static boolean same(String one, String other) {
    return one.equals(other) || (one.equalsIgnoreCase("INBOX") && other.equalsIgnoreCase("INBOX"));
  }

  private ListInfo[] list() throws IOException {
    try {
      return Optional.ofNullable(protocol.list("", "*")).orElse(new ListInfo[0]);
    } catch (ProtocolException refused) {
      throw failure(server, refused);
    }
  }

  /** What a failure of the protocol was: the connection's, or an answer that is a refusal. */
  static IOException failure(Server server, ProtocolException refused) {
    String said = Optional.ofNullable(refused.getMessage()).orElse("no words");
    return new IOException(server + " answered: " + Words.of(said), refused);
  }

  /** What the library wrapped. */
  static IOException cause(IOException broken) {
    for (Throwable cause : Causes.of(broken)) {
      if (cause instanceof NotReached || cause instanceof NotTrusted) {
        return (IOException) cause;
      }
    }
    return broken;
  }

  @Override
  public void close() {
    protocol.disconnect();
  }
}
