package io.svara.channel.email.smtp;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.channel.email.Settings;
import io.svara.channel.email.imap.Imap;
import io.svara.channel.email.imap.NoFolder;
import io.svara.channel.email.imap.SentFolder;
import io.svara.channel.email.letter.MessageIds;
import io.svara.channel.email.net.BriefSockets;
import io.svara.channel.email.net.OwnLoader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Copies of what was sent, in the mailbox's own folder for that. */
public final class Copies {
  private static final Duration KEEPING = Duration.ofSeconds(10);

  private Copies() {}

  /**
   * Puts one there, where the account says so. The letter is sent: whatever goes wrong here is
   * logged and nothing more, and takes no longer than its time.
   */
  static void keep(byte[] mail, Settings settings, ChannelHost host) {
    Optional<String> folder = settings.sentFolder().filter(name -> settings.keepsCopies());
    if (folder.isEmpty()) {
      return;
    }
    try (OwnLoader own = OwnLoader.open();
        BriefSockets brief = new BriefSockets(host.sockets(), KEEPING);
        Imap imap = Imap.open(settings, brief)) {
      new SentFolder(imap, folder.get()).put(mail);
    } catch (Exception failed) {
      host.log().warn("No copy was put into " + folder.get() + ": " + failed.getMessage());
    }
  }

  /**
   * Looks for a text among the copies. That none is there proves nothing: servers put them there
   * late, and not for every way in which mail is handed to them.
   */
  public static Receipt find(Outbound message, Settings settings, ChannelHost host) {
    Optional<String> folder = settings.sentFolder();
    if (folder.isEmpty()) {
      return new Receipt.Unknown(
          "Mail servers do not tell what they sent, and the account names no folder of copies"
              + " (sentFolder).");
    }
    String id = MessageIds.of(message.idempotencyKey(), message.token(), settings.address());
    try (OwnLoader own = OwnLoader.open();
        Imap imap = Imap.open(settings, host)) {
      return new SentFolder(imap, folder.get()).has(id)
          ? new Receipt.Accepted(id, Optional.empty())
          : new Receipt.Unknown("There is no copy of it in " + folder.get() + ".");
    } catch (AccountRefused refused) {
      return new Receipt.Rejected(refused.code(), refused.getMessage(), true);
    } catch (IOException | Http.NotSent | Http.NoAnswer | NoFolder failed) {
      return new Receipt.Unknown("The folder of copies cannot be read: " + failed.getMessage());
    }
  }
}
