package io.svara.channel.email.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of SMTP in the words of servers: replies (RFC 5321) and enhanced status (RFC 3463). */
final class Codes {

  /** Bounded on both sides, so that neither an IP address nor a version is taken for one. */
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\w./-])#?([245]\\.[0-7]\\.\\d{1,3})(?![\\w]|\\.\\d|-\\d)");

  /** As they stand after a hyphen: {@code 550-5.7.1}. */
  private static final Pattern JOINED =
      Pattern.compile("(?<!\\d)[245]\\d\\d-([245]\\.[0-7]\\.\\d{1,3})(?![\\w]|\\.\\d)");

  private static final Pattern REPLY =
      Pattern.compile(
          "(?<![\\w./@=+-])([45][0-5]\\d)(?=[ :,;-]|$)"
              + "(?![ -](?:bytes|kb|mb|days?|hours?|minutes?|seconds?|characters|messages)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Words right before a number that make it a code. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:said|smtp|esmtp|error|code|response|returned|reply|reason|rejected|was|with|<<<)"
              + "[ :;<('\"\\[.-]{0,4}$",
          Pattern.CASE_INSENSITIVE);

  private Codes() {}

  /** The most telling status of a text: the first that says more than its class. */
  static Optional<String> status(String text) {
    List<String> all = statuses(text);
    return all.stream().filter(code -> !vague(code)).findFirst().or(() -> all.stream().findFirst());
  }

  /** Whether a status tells no more than its class; many servers write it when they do not know. */
  static boolean vague(String status) {
    return status.endsWith(".0.0");
  }

  private static List<String> statuses(String text) {
    return java.util.stream.Stream.of(STATUS, JOINED)
        .flatMap(pattern -> pattern.matcher(text).results())
        .sorted(java.util.Comparator.comparingInt(found -> found.start(1)))
        .map(found -> found.group(1))
        .filter(code -> code.charAt(0) != '2')
        .toList();
  }

  /** The status that a field begins with, whatever stands behind it: {@code 5.0.0 (permanent)}. */
  static Optional<String> first(String field) {
    Matcher found = STATUS.matcher(field.strip());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /**
   * The reply of a failure in a text. A number counts at the beginning of a line, after a word that
   * announces it, or before a status.
   */
  static Optional<String> reply(String text) {
    Matcher found = REPLY.matcher(text);
    String second = null;
    while (found.find()) {
      int at = found.start();
      String near = text.substring(Math.max(0, at - 40), at);
      String before = near.substring(near.lastIndexOf('\n') + 1);
      String after = text.substring(found.end(), Math.min(text.length(), found.end() + 10));
      if (before.isBlank()
          || SAID.matcher(before).find()
          || after.matches("(?s)[ -]{1,2}#?[245]\\.[0-7]\\.\\d.*")
          || before.endsWith(": ")
          || before.endsWith("<<< ")
          || before.endsWith("<-- ")) {
        return Optional.of(found.group(1));
      }
      second = second == null ? found.group(1) : second;
    }
    return text.length() < 300 ? Optional.ofNullable(second) : Optional.empty();
  }
}
