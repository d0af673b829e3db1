package io.svara.channel.email.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that refused, as the words of the one that reports name it. */
final class Remote {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\bhost:? |while talking to |connected to |remote system: ?(?:dns;)?"
              + "|delivery via |giving up on |\\bserver )"
              + "\\[?([\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,10})",
          Pattern.CASE_INSENSITIVE);

  private Remote() {}

  static Optional<String> in(String words) {
    Matcher named = NAMED.matcher(words);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }
}
