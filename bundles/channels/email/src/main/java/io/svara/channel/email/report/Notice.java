package io.svara.channel.email.report;

import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.MailReader;
import io.svara.channel.email.mime.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says to people, told apart from the mail that it may enclose, as a part or as text.
 *
 * @param words the text above what is enclosed, without lines that quote
 * @param plain the first of these words, made to be searched for phrases
 * @param all the text with what it encloses
 * @param enclosed the header of the enclosed mail; empty where there is none
 */
record Notice(String words, String plain, String all, List<Part.Field> enclosed) {

  /** Characters that are looked at: notices are short, and what they enclose may be anything. */
  static final int LOOKED_AT = 1 << 16;

  private static final int SEARCHED = 1 << 14;

  static Notice of(Mail mail) {
    StringBuilder text = new StringBuilder();
    texts(mail.root(), text);
    String all = text.toString().isBlank() ? cut(mail.text()) : text.toString();
    List<String> lines = all.lines().toList();
    int end = Enclosed.begins(lines);
    List<Part.Field> header =
        part(mail.root()).orElseGet(() -> Enclosed.header(lines, Math.min(end, lines.size())));
    StringBuilder words = new StringBuilder();
    for (String line : lines.subList(0, end)) {
      if (!line.startsWith(">") || line.startsWith(">>>")) {
        words.append(line.stripTrailing()).append('\n');
      }
    }
    String plain = Phrases.plain(words.substring(0, Math.min(SEARCHED, words.length())));
    return new Notice(words.toString(), plain, all, header);
  }

  private static void texts(Part part, StringBuilder text) {
    String type = part.mediaType();
    if (type.equals("message/rfc822") || type.equals("message/global") || headers(type)) {
      return;
    }
    part.parts().forEach(each -> texts(each, text));
    boolean readable = type.startsWith("text/") && !type.equals("text/html");
    boolean unparted = type.startsWith("multipart/");
    if (part.parts().isEmpty() && (readable || unparted) && text.length() < LOOKED_AT) {
      text.append(cut(part.text())).append('\n');
    }
  }

  /** As much of a text as is looked at. */
  static String cut(String text) {
    return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
  }

  private static boolean headers(String type) {
    return type.startsWith("text/rfc822-header")
        || type.startsWith("message/rfc822-header")
        || type.equals("message/global-headers");
  }

  /** The header of the first mail, or header of one, that is a part. */
  private static Optional<List<Part.Field>> part(Part part) {
    String type = part.mediaType();
    boolean message = type.equals("message/rfc822") || type.equals("message/global");
    if (message && !part.parts().isEmpty() && !part.parts().get(0).header().isEmpty()) {
      return Optional.of(part.parts().get(0).header());
    }
    if (headers(type) || (message && part.parts().isEmpty())) {
      return Optional.of(header(part.text())).filter(header -> !header.isEmpty());
    }
    return part.parts().stream().flatMap(each -> part(each).stream()).findFirst();
  }

  /** Fields of a header that is text. */
  static List<Part.Field> header(String text) {
    String bounded = cut(text.stripLeading());
    return new MailReader().read(bounded.getBytes(StandardCharsets.UTF_8)).root().header();
  }

  /** Whether the text has a field of a delivery status at the beginning of a line. */
  boolean hasStatusFields() {
    return all.lines().anyMatch(Notice::isStatusField);
  }

  private static boolean isStatusField(String line) {
    String name = "final-recipient:";
    int from = 0;
    while (from < Math.min(9, line.length()) && " >\t".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    return line.regionMatches(true, from, name, 0, name.length());
  }

  /** The value behind a name at the beginning of a line: {@code Subject: …}. */
  Optional<String> told(String name) {
    return words
        .lines()
        .map(String::strip)
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
