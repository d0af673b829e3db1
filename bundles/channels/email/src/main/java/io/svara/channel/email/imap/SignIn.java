package io.svara.channel.email.imap;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http;
import io.svara.channel.email.Settings;
import io.svara.channel.email.net.Server;
import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** Signs a connection in, by password or by token. */
final class SignIn {
  /**
   * A refusal that is over by itself: codes of RFC 5530, and what servers without codes say when
   * too many are signed in.
   */
  private static final Pattern FOR_NOW =
      Pattern.compile(
          "\\[(unavailable|inuse|limit|serverbug|contactadmin)]|too many|temporar|try again"
              + "|rate.?limit|overquota|throttl",
          Pattern.CASE_INSENSITIVE);

  private SignIn() {}

  static void in(IMAPProtocol protocol, Server server, Settings settings)
      throws IOException, AccountRefused, Http.NotSent, Http.NoAnswer {
    if (protocol.isAuthenticated()) {
      return;
    }
    String proof = settings.proof();
    try {
      if (settings.byToken()) {
        protocol.authoauth2(settings.user(), proof);
      } else if (protocol.hasCapability("AUTH=PLAIN")) {
        protocol.authplain(null, settings.user(), proof);
      } else if (!protocol.hasCapability("LOGINDISABLED")) {
        protocol.login(settings.user(), proof);
      } else {
        throw new AccountRefused(
            "no-way-in", server + " takes no password over this connection; try imaps://.");
      }
    } catch (ConnectionException gone) {
      throw new IOException(
          server + " hung up: " + Words.without(proof, String.valueOf(gone.getMessage())), gone);
    } catch (CommandFailedException refused) {
      throw refused(server, settings, refused, proof);
    } catch (ProtocolException strange) {
      throw new IOException(
          server + " answered: " + Words.without(proof, strange.getMessage()), strange);
    }
  }

  private static AccountRefused refused(
      Server server, Settings settings, CommandFailedException refused, String proof)
      throws IOException {
    String said =
        Words.without(proof, Optional.ofNullable(refused.getMessage()).orElse(""))
            .replaceFirst("^\\S+ NO ", "");
    if (FOR_NOW.matcher(said).find()) {
      throw new IOException(server + " takes nobody in for now: " + said, refused);
    }
    String advice =
        settings.byToken()
            ? "connect the account again on the page Channels"
            : "check user and password; some providers want a password made for programs";
    return new AccountRefused(
        "login",
        server + " refused the sign-in as " + settings.user() + " (" + said + "): " + advice + ".");
  }
}
