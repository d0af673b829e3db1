package io.svara.channel.email.quote;

import java.util.Objects;

/**
 * What is known of a letter beside its text. A signature is found more surely where its author's
 * name is known, and what was forwarded is not taken for a quotation where the subject says so.
 *
 * @param author the From field: a name, an address or both; {@code ""} where it is not known
 * @param subject the Subject field; {@code ""} where it is not known
 */
public record Origin(String author, String subject) {
  /** Nothing is known but the text. */
  public static final Origin UNKNOWN = new Origin("", "");

  public Origin {
    Objects.requireNonNull(author);
    Objects.requireNonNull(subject);
  }

  /** Whether the subject begins as mail programs begin the subject of what they forward. */
  boolean forwarded() {
    int colon = Words.colon(subject);
    return colon > 0
        && Phrases.of(Topic.FORWARDING).contains(Words.bare(subject.substring(0, colon)));
  }
}
