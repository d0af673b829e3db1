package io.svara.channel.email.read;

import io.svara.api.channel.Inbound;
import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.Mailbox;
import io.svara.channel.email.mime.Part;
import io.svara.channel.email.report.Original;
import io.svara.channel.email.report.Recipient;
import io.svara.channel.email.report.Report;
import io.svara.channel.email.report.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What programs tell of our own letters.
 *
 * @param id of the mail that tells it
 * @param letter the same, as people would read it
 */
record News(Ours ours, String id, Instant at, Optional<Inbound.Message> letter) {
  private static final int LONGEST = 2_000;

  /**
   * What a mail tells; nothing where it is a letter, or tells of nothing that could be found: then
   * people read it as what it is.
   */
  List<Inbound> of(Mail mail) {
    Optional<Report> report = Reports.of(mail);
    if (report.isEmpty()) {
      return List.of();
    }
    Original original = report.get().original();
    if (report.get() instanceof Report.Bounce bounce) {
      return undelivered(bounce.recipients(), original, true);
    }
    if (report.get() instanceof Report.Delayed delayed) {
      return undelivered(delayed.recipients(), original, false);
    }
    if (report.get() instanceof Report.Delivered) {
      return status(original, Inbound.Standing.DELIVERED, "a notice of delivery");
    }
    if (report.get() instanceof Report.Read read) {
      return read.displayed()
          ? status(original, Inbound.Standing.READ, "a notice that it was read")
          : ignored("a notice from a reader's program: " + read.disposition());
    }
    if (report.get() instanceof Report.Complaint complaint) {
      return complaint.type().equals("not-spam") || complaint.type().equals("auth-failure")
          ? ignored("a report of the kind " + complaint.type())
          : complained(original);
    }
    return List.of();
  }

  private List<Inbound> undelivered(
      List<Recipient> recipients, Original original, boolean permanent) {
    Optional<String> token = token(original);
    List<Inbound> news = new ArrayList<>();
    for (Recipient one : recipients) {
      Optional<String> recipient =
          one.written().or(one::address).flatMap(address -> People.address(address));
      if (original.messageId().isEmpty() && token.isEmpty() && recipient.isEmpty()) {
        continue;
      }
      news.add(
          new Inbound.Undelivered(
              ours.account(),
              news.isEmpty() ? id : id + "#" + (news.size() + 1),
              original.messageId().filter(about -> !about.isBlank()),
              token,
              recipient,
              permanent,
              permanent && one.gone(),
              one.status().or(one::reply),
              reason(one),
              at,
              news.isEmpty() ? letter : Optional.empty()));
    }
    return news;
  }

  private static String reason(Recipient one) {
    String words = one.reason().isBlank() ? "The report names no reason." : one.reason();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }

  private List<Inbound> status(Original original, Inbound.Standing standing, String what) {
    return original
        .messageId()
        .filter(about -> !about.isBlank())
        .<List<Inbound>>map(
            about -> List.of(new Inbound.Status(ours.account(), about, standing, at)))
        .orElseGet(() -> ignored(what + " that names no letter"));
  }

  private List<Inbound> complained(Original original) {
    return original.messageId().filter(about -> !about.isBlank()).stream()
        .<Inbound>map(
            about -> new Inbound.Status(ours.account(), about, Inbound.Standing.COMPLAINED, at))
        .toList();
  }

  private List<Inbound> ignored(String what) {
    return List.of(new Inbound.Ignored(ours.account(), "mail " + id, what));
  }

  /** By what came back of our letter: its id, what it refers to, and where its answers go. */
  private Optional<String> token(Original original) {
    Stream<String> addresses =
        original.header().stream()
            .filter(field -> field.name().equalsIgnoreCase("Reply-To"))
            .map(Part.Field::raw)
            .flatMap(raw -> Mailbox.all(raw).stream())
            .map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT));
    return ours.token(
        addresses, Stream.concat(original.messageId().stream(), original.references().stream()));
  }
}
