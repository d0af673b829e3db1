package io.svara.channel.email.quote;

import java.util.List;
import java.util.Objects;

/**
 * What is known of a letter beside its text. A signature is found more surely where its author's
 * name is known, and what was forwarded is not taken for a quotation where the subject says so.
 *
 * @param author the From field: a name, an address or both; {@code ""} where it is not known
 * @param subject the Subject field; {@code ""} where it is not known
 */
public record Origin(String author, String subject) {
  private static final int MOST_LINES = 1_000;

  /** Nothing is known but the text. */
  public static final Origin UNKNOWN = new Origin("", "");

  public Origin {
    Objects.requireNonNull(author);
    Objects.requireNonNull(subject);
  }

  /**
   * Whether the subject begins as mail programs begin the subject of what they forward. One
   * language's forwarding is another's answer: then the language of copied header fields tells.
   */
  boolean forwarded(List<Line> lines) {
    int colon = Words.colon(subject);
    String prefix = colon > 0 ? Words.bare(subject.substring(0, colon)) : "";
    return Phrases.of(Topic.FORWARDING).contains(prefix)
        && lines.stream().limit(MOST_LINES).noneMatch(line -> answers(prefix, line.text()));
  }

  private static boolean answers(String prefix, String line) {
    int colon = line.length() > Line.LONG ? -1 : Words.colon(line);
    return colon > 0 && Phrases.answers(prefix, Words.bare(line.substring(0, colon)));
  }
}
