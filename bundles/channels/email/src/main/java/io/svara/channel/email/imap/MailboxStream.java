package io.svara.channel.email.imap;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Streaming.Intake;
import io.svara.channel.email.Settings;
import io.svara.channel.email.net.NotReached;
import io.svara.channel.email.net.NotTrusted;
import io.svara.channel.email.net.OwnLoader;
import io.svara.channel.email.net.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/**
 * Reads a mailbox until it is told to stop: what its folders hold behind the cursor, and then what
 * comes. For one call.
 */
public final class MailboxStream {
  /** What was lost sight of is read again from so many days before. */
  private static final long DAYS_AGAIN = 8;

  /** The last UID of a folder whose server does not say it when the folder is opened. */
  private static final long NOT_TOLD = Long.MAX_VALUE;

  private static final DateTimeFormatter SEARCHED =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ROOT);

  private final Settings settings;
  private final ChannelHost host;
  private final Intake intake;
  private final Troubles troubles = new Troubles();
  private Cursor cursor;
  private Imap imap;

  public MailboxStream(
      Settings settings, ChannelHost host, Intake intake, Optional<String> cursor) {
    this.settings = settings;
    this.host = host;
    this.intake = intake;
    this.cursor = Cursor.of(cursor);
  }

  /** Reads until the thread is interrupted or the connection ends. */
  public void run() throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    try (OwnLoader own = OwnLoader.open()) {
      imap = Imap.open(settings, host);
      listen();
    } catch (NotReached away) {
      requireLease();
      throw new Http.NotSent(away.getMessage());
    } catch (NotTrusted unsafe) {
      requireLease();
      if (unsafe.isForPeople()) {
        throw new AccountRefused("certificate", unsafe.getMessage());
      }
      throw new Http.NoAnswer(unsafe.getMessage());
    } catch (IOException broken) {
      requireLease();
      throw new Http.NoAnswer(Words.of(String.valueOf(broken.getMessage())));
    } catch (NoFolder missing) {
      throw new AccountRefused("no-folder", missing.getMessage());
    } finally {
      if (imap != null) {
        imap.close();
      }
    }
  }

  private static void requireLease() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The lease was taken away.");
    }
  }

  private void listen()
      throws IOException,
          NoFolder,
          InterruptedException,
          AccountRefused,
          Http.NotSent,
          Http.NoAnswer {
    List<String> folders = settings.folders();
    String first = folders.get(0);
    read(first);
    while (true) {
      for (String other : folders.subList(1, folders.size())) {
        if (new Watch(imap).isBehind(other, cursor.place(other))) {
          read(other);
        }
      }
      read(first);
      long end = System.nanoTime() + settings.poll().toNanos();
      while (new Watch(imap).hasNews(end)) {
        readOn(first);
      }
      requireLease();
    }
  }

  /** Opens a folder and reads what it holds. */
  private void read(String folder)
      throws IOException,
          NoFolder,
          InterruptedException,
          AccountRefused,
          Http.NotSent,
          Http.NoAnswer {
    MailboxInfo info = imap.examine(folder);
    Optional<Place> before = cursor.place(folder);
    if (before.isEmpty()) {
      cursor = cursor.with(folder, atStart(info));
    } else if (isLost(before.get(), info)) {
      host.log()
          .warn(
              "The server numbers folder "
                  + folder
                  + " anew (UIDVALIDITY); its mails of the last days are read again.");
      cursor = cursor.with(folder, again(before.get(), info));
    }
    readOn(folder);
    atEnd(folder, info.uidnext - 1);
  }

  private static boolean isLost(Place place, MailboxInfo info) {
    return place.validity() != info.uidvalidity
        || (info.uidnext > 0 && place.last() >= info.uidnext);
  }

  private Place atStart(MailboxInfo info) {
    OptionalLong since =
        settings.since().map(LocalDate::toEpochDay).stream().mapToLong(day -> day).findFirst();
    return Place.atStart(info.uidvalidity, since, last(info));
  }

  private Place again(Place before, MailboxInfo info) {
    long since =
        Math.max(before.day() - DAYS_AGAIN, settings.since().map(LocalDate::toEpochDay).orElse(0L));
    return new Place(info.uidvalidity, 0, before.day(), since, last(info));
  }

  private static long last(MailboxInfo info) {
    return info.uidnext > 0 ? info.uidnext - 1 : NOT_TOLD;
  }

  /** Reads what the open folder holds behind the cursor. */
  private void readOn(String folder)
      throws IOException,
          NoFolder,
          InterruptedException,
          AccountRefused,
          Http.NotSent,
          Http.NoAnswer {
    while (true) {
      Commands commands = new Commands(imap);
      Download download = new Download(commands, settings.mostBytes(), troubles);
      try {
        Place place = place(folder);
        if (place.passesOver()) {
          passOver(folder, place, commands, download);
        }
        download.fetch(
            commands.search(place(folder).last() + 1, "*", ""), mail -> take(folder, mail));
        atEnd(folder, 0);
        return;
      } catch (IOException lost) {
        requireLease();
        if (download.underWay().isEmpty() || !troubles.lostOver(download.underWay())) {
          throw lost;
        }
        imap.close();
        imap = Imap.open(settings, host);
        imap.examine(folder);
      }
    }
  }

  /** Reads of the older mails those that came since a day. */
  private void passOver(String folder, Place place, Commands commands, Download download)
      throws IOException, InterruptedException {
    long until = place.until();
    if (until == NOT_TOLD) {
      long[] all = commands.search(place.last() + 1, "*", "");
      until = all.length == 0 ? place.last() : all[all.length - 1];
    }
    cursor = cursor.with(folder, place.until(until));
    if (until > place.last()) {
      String day = SEARCHED.format(LocalDate.ofEpochDay(place.since()));
      download.fetch(
          commands.search(place.last() + 1, Long.toString(until), " SINCE " + day),
          mail -> take(folder, mail));
    }
    cursor = cursor.with(folder, place(folder).passed());
  }

  /** The folder was read up to that UID at least. The next mail takes it to the journal. */
  private void atEnd(String folder, long uid) {
    cursor = cursor.with(folder, place(folder).atEnd(uid, today()));
  }

  private Place place(String folder) {
    return cursor.place(folder).orElseThrow();
  }

  private void take(String folder, Fetched mail) throws InterruptedException {
    Place place = place(folder);
    Slip slip =
        new Slip(
            folder,
            place.validity() + "." + mail.uid(),
            settings.addresses(),
            mail.whole(),
            settings.sentFolder().filter(sent -> Imap.same(sent, folder)).isPresent());
    Cursor after = cursor.with(folder, place.after(mail.uid()));
    String type = mail.isCut() ? "message/rfc822; whole=" + mail.whole() : "message/rfc822";
    intake.accept(new Arrival(type, slip.on(mail.bytes())), after.toString());
    cursor = after;
    troubles.goesOn();
  }

  private long today() {
    Instant now = host.clock().instant();
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
  }
}
