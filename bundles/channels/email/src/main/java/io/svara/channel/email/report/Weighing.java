package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a mail without a machine-readable part is a mail system's report. No sign is sure: the
 * envelope of a vacation notice has no sender either, a postmaster is also a person, and people
 * write about bounces in the very words of these. So signs of who writes and signs of what is
 * written are counted apart, both must be there, and what only people do speaks against.
 */
final class Weighing {

  /** Less than this is a person's mail. */
  static final int ENOUGH = 6;

  private static final Pattern ANSWER =
      Pattern.compile(
          "^\\s*+(?:re|fwd?|sv|vb|vs|aw|wg|tr|rv|rif|i|enc|antw|doorst|odp|pd|ynt|rép|res)"
              + "(?:\\[\\d{1,3}])?\\s?:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE);

  private static final List<String> PROGRAMS =
      List.of(
          "X-MS-Exchange-Message-Is-Ndr",
          "X-MS-Embedded-Report",
          "X-Failed-Recipients",
          "X-Failed-Recipient",
          "X-Bounced-Address",
          "X-Bounce-Reason",
          "X-Amavis-Bounce",
          "X-Mimecast-Bounce-Type");

  private static final Set<String> SENDER = Set.of("from", "sender", "return-path");

  /** What a mail's way leaves in its header, and no quotation shows. */
  private static final Set<String> TRACES = Set.of("received", "return-path", "message-id");

  private static final List<String> CLIENTS =
      List.of(
          "apple mail",
          "iphone mail",
          "ipad mail",
          "thunderbird",
          "mozilla/5",
          "outlook",
          "k-9",
          "mutt",
          "evolution",
          "kmail",
          "squirrelmail",
          "roundcube",
          "zimbra",
          "the bat",
          "eudora");

  private final Part root;
  private final Notice notice;
  private final List<String> why = new ArrayList<>();
  private boolean system;
  private int writer;
  private int matter;
  private int traces;
  private int against;

  Weighing(Part root, Notice notice) {
    this.root = root;
    this.notice = notice;
    String from = root.field("From").orElse("");
    boolean daemon = Senders.daemon(from);
    boolean answered = ANSWER.matcher(subject()).matches();
    writer(from, daemon);
    matter();
    against(daemon, answered);
  }

  private void writer(String from, boolean daemon) {
    writer += sign(daemon, 4, "from a mailer daemon");
    writer += sign(!daemon && Senders.master(from), 3, "from a postmaster");
    writer += sign(PROGRAMS.stream().anyMatch(n -> root.field(n).isPresent()), 4, "its own field");
    writer += sign(root.mediaType().equals("multipart/report"), 4, "multipart/report");
    system = writer > 0;
    writer += sign(!system && Senders.office(from), 2, "from an office");
    writer += sign(!daemon && Addresses.in(from).isEmpty(), 2, "from nobody");
    writer += sign(Senders.none(root), 3, "no envelope sender");
    writer += sign(givesBack(), 2, "gives back a mail of whom it came to");
    String submitted = root.field("Auto-Submitted").orElse("no").strip().toLowerCase(Locale.ROOT);
    writer += sign(!submitted.startsWith("no"), 1, "sent by a program");
  }

  /** Whether the enclosed mail, with traces of its way, is from one of those that this came to. */
  private boolean givesBack() {
    List<String> from =
        notice.enclosed().stream()
            .filter(f -> SENDER.contains(f.name().toLowerCase(Locale.ROOT)))
            .flatMap(f -> Addresses.in(f.value()).stream())
            .toList();
    boolean traced =
        notice.enclosed().stream()
            .anyMatch(f -> TRACES.contains(f.name().toLowerCase(Locale.ROOT)));
    return traced
        && List.of("To", "Delivered-To", "X-Original-To").stream()
            .flatMap(name -> root.fields(name).stream())
            .flatMap(value -> Addresses.in(value).stream())
            .anyMatch(to -> from.stream().anyMatch(one -> Addresses.same(one, to)));
  }

  private void matter() {
    String subject = Phrases.plain(subject());
    boolean named =
        Phrases.any(Phrases.Section.SUBJECT, subject)
            || Phrases.any(Phrases.Section.DELAYED, subject)
            || Phrases.any(Phrases.Section.DELIVERED, subject);
    matter += sign(named, 3, "a subject of bounces");
    int phrases =
        Phrases.count(Phrases.Section.NOTICE, notice.plain())
            + Phrases.count(Phrases.Section.DELAYED, notice.plain());
    matter += sign(phrases > 0, 2, "words of bounces");
    matter += sign(phrases > 2, 1, "several of them");
    boolean code =
        Codes.status(notice.words()).isPresent() || Codes.reply(notice.words()).isPresent();
    traces += sign(code, 1, "a code of SMTP");
    traces += sign(!notice.enclosed().isEmpty(), 1, "a mail is enclosed");
    boolean names =
        !new Whom(root, notice.words(), Original.of(notice.enclosed())).failed().isEmpty();
    traces += sign(names, 1, "an address that it was for");
    traces += sign(notice.hasStatusFields(), 3, "fields of a delivery status");
  }

  private void against(boolean daemon, boolean answered) {
    String subject = Phrases.plain(subject());
    boolean away = Phrases.any(Phrases.Section.VACATION, subject);
    against += sign(away, 6, "an absent person's notice");
    against += sign(answered && !daemon, 4, "an answer or a forwarded mail");
    String client =
        root.field("User-Agent")
            .or(() -> root.field("X-Mailer"))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    against +=
        sign(!daemon && CLIENTS.stream().anyMatch(client::contains), 3, "a person's mail program");
    boolean list = root.field("List-Id").isPresent() || root.field("List-Post").isPresent();
    against += sign(list && !daemon, 3, "by a mailing list");
  }

  private int sign(boolean there, int weight, String words) {
    if (there) {
      why.add(words);
    }
    return there ? weight : 0;
  }

  private String subject() {
    return root.field("Subject").orElse("");
  }

  /**
   * Whether it is a report. What has no envelope sender, or was sent by a program, may be any
   * automatic answer, or a carrier's news of a parcel: then the words must be all the plainer, and
   * there must be traces of SMTP.
   */
  boolean report() {
    boolean told = system ? matter + traces >= 2 : writer > 0 && matter >= 5 && traces > 0;
    return told && writer + matter + traces - against >= ENOUGH;
  }

  /** Whether a person wrote it, whatever parts it has. */
  boolean person() {
    return against >= 3 && writer < 4;
  }

  /** What spoke for and against, in words. */
  @Override
  public String toString() {
    return writer + "+" + matter + "+" + traces + "-" + against + " " + why;
  }
}
