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

  private static final Pattern FORWARDED =
      Pattern.compile(
          "\\s*(?:fwd?|vb|wg|tr|rv|vl|vid|enc|pd|i)\\s*:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Subjects() {}

  /** Whether it is the subject of a letter that was forwarded. */
  public static boolean isForwarded(String subject) {
    return FORWARDED.matcher(subject).matches();
  }

  /** The subject of an answer: marked as one, once. */
  public static String answer(String subject) {
    return ANSWER.matcher(subject).matches() ? subject : "Re: " + subject.strip();
  }

  /** What is left without such marks; the same for all letters of a conversation. */
  public static String base(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    return (prefix.lookingAt() ? subject.substring(prefix.end()) : subject).strip();
  }
}
