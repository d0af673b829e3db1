package io.svara.channel.email.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subjects of answers. */
public final class Subjects {
  /** What programs of many languages put before the subject of an answer or a forwarded letter. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "\\s*(?:(?:re|sv|aw|antw|vs|svar|ang|ref|rif|odp|ynt|res|bls|fwd?|vb|wg|tr|rv|vl|vid"
              + "|enc|pd|i)\\s*(?:\\[\\d+]|\\(\\d+\\)|\\^\\d+)?\\s*[:\\uFF1A])++",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*(?:re|sv|aw|antw|vs|svar|ref|rif|odp|ynt|res)\\s*(?:\\[\\d+])?\\s*:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Subjects() {}

  /** The subject of an answer: marked as one, once. */
  public static String answer(String subject) {
    return ANSWER.matcher(subject).matches() || subject.isBlank() && subject.isEmpty()
        ? subject
        : "Re: " + subject.strip();
  }

  /** What is left without such marks; the same for all letters of a conversation. */
  public static String base(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    return (prefix.lookingAt() ? subject.substring(prefix.end()) : subject).strip();
  }
}
