package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report that is written for people only: whom the mail did not reach, and why. */
final class FreeForm {

  private static final int REASON = 600;
  private static final int LOOKED_AT = 4_000;

  private final Part root;
  private final Notice notice;
  private final Original original;
  private final boolean late;

  /** The words with the first code, for those recipients beside whom there is none. */
  private final String elsewhere;

  FreeForm(Part root, Notice notice, Original original) {
    this.root = root;
    this.notice = notice;
    this.original = original;
    late = isLate();
    String above = line(notice.words());
    elsewhere = above.isEmpty() && notice.enclosed().isEmpty() ? line(notice.all()) : above;
  }

  /** Whether the server still tries. */
  boolean late() {
    return late;
  }

  private boolean isLate() {
    String subject = Phrases.plain(root.field("Subject").orElse(""));
    if (Phrases.any(Phrases.Section.DELAYED, subject)) {
      return true;
    }
    String words = notice.plain();
    boolean over =
        words.contains("permanent")
            || words.contains("giving up")
            || words.contains("given up")
            || words.contains("not going to try again")
            || Codes.reply(notice.words()).filter(reply -> reply.startsWith("5")).isPresent();
    return !over && Phrases.any(Phrases.Section.DELAYED, words);
  }

  /** Whether it tells of success, which nobody asks for but who wants it. */
  boolean delivered() {
    boolean said =
        Phrases.any(Phrases.Section.DELIVERED, Phrases.plain(root.field("Subject").orElse("")))
            || Phrases.any(Phrases.Section.DELIVERED, notice.plain());
    return said && Codes.reply(notice.words()).isEmpty() && Codes.status(notice.words()).isEmpty();
  }

  /** All whom the text, or a field of the mail, names; one without an address where none is. */
  List<Recipient> recipients() {
    List<Recipient> recipients = new ArrayList<>();
    List<Addresses.At> failed = new Whom(root, notice.words(), original).failed();
    List<String> named =
        List.of("X-Failed-Recipients", "X-Failed-Recipient", "X-Bounced-Address").stream()
            .flatMap(name -> root.fields(name).stream())
            .flatMap(value -> Addresses.in(value).stream())
            .distinct()
            .toList();
    if (!named.isEmpty()) {
      for (String address : named) {
        recipients.add(
            failed.stream()
                .filter(at -> Addresses.same(at.address(), address))
                .findFirst()
                .map(at -> one(Optional.of(at.address()), reason(at, failed)))
                .orElseGet(() -> one(Optional.of(address), whole())));
      }
      return recipients;
    }
    for (Addresses.At at : failed) {
      recipients.add(one(Optional.of(at.address()), reason(at, failed)));
    }
    if (recipients.isEmpty()) {
      List<String> to = original.recipients();
      to.forEach(address -> recipients.add(one(Optional.of(address), whole())));
    }
    return recipients.isEmpty() ? List.of(one(Optional.empty(), whole())) : recipients;
  }

  private Recipient one(Optional<String> address, String told) {
    String reason = cut(coded(told) ? told : elsewhere);
    Optional<String> status = Codes.status(reason);
    Optional<String> reply = Codes.reply(reason);
    boolean permanent = status.or(() -> reply).map(code -> code.startsWith("5")).orElse(!late);
    return new Recipient(
        address,
        Optional.empty(),
        status,
        reply,
        permanent,
        permanent && Gone.is(status, reply, coded(told) ? reason : cut(told) + '\n' + reason),
        shown(coded(told) || elsewhere.isEmpty() ? told : elsewhere),
        Remote.in(cut(told)));
  }

  private static String cut(String reason) {
    return reason.length() > LOOKED_AT ? reason.substring(0, LOOKED_AT) : reason;
  }

  private static boolean coded(String told) {
    String words = cut(told);
    return Codes.status(words).isPresent() || Codes.reply(words).isPresent();
  }

  /** From the first line with a code to the end of its paragraph; empty where there is none. */
  private static String line(String words) {
    int at = 0;
    for (String line : words.split("\n", -1)) {
      if (line.length() > 2 && coded(line)) {
        int end = words.indexOf("\n\n", at);
        return words.substring(at, end < 0 ? words.length() : end);
      }
      at += line.length() + 1;
    }
    return "";
  }

  /** From an address to the next one, to the end of its paragraph where that says anything. */
  private String reason(Addresses.At at, List<Addresses.At> all) {
    String words = notice.words();
    int end =
        all.stream()
            .mapToInt(Addresses.At::start)
            .filter(start -> start > at.end())
            .min()
            .orElse(words.length());
    int line = words.lastIndexOf('\n', at.start() - 1) + 1;
    String told = words.substring(line, Math.max(end, at.end()));
    String bare = told.substring(Math.min(told.length(), at.end() - line));
    int paragraph = bare.indexOf("\n\n");
    String first = paragraph < 0 ? bare : bare.substring(0, paragraph);
    boolean says = first.chars().filter(Character::isLetter).count() > 3;
    String before = words.substring(line, at.start());
    boolean codeBefore = Codes.reply(before).isPresent() || Codes.status(before).isPresent();
    if (codeBefore || says) {
      return codeBefore ? before + at.address() + first : first;
    }
    if (bare.chars().filter(Character::isLetter).count() > 3) {
      return bare;
    }
    int above = words.lastIndexOf("\n\n", Math.max(0, line - 3));
    return words.substring(Math.max(0, above), line);
  }

  private String whole() {
    return notice.words();
  }

  /** A reason fit to be shown in a line. */
  static String shown(String reason) {
    String line = cut(reason).replaceAll("\\s+", " ").replaceFirst("^[ >:.)\\]\"'-]+", "").strip();
    return line.length() > REASON ? line.substring(0, REASON) + "…" : line;
  }
}
