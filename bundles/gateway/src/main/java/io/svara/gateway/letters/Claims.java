package io.svara.gateway.letters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a link's words say of where it leads. */
final class Claims {
  private static final int LONGEST = 2_000;

  /** What looks like a host's name: labels and dots, the last label of letters. */
  private static final Pattern NAME =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}\\p{L}{2,63}(?![\\p{L}\\p{N}_-])");

  private Claims() {}

  /** Whether the words name a host other than this one. */
  static boolean another(String words, String host) {
    String read =
        Normalizer.normalize(
                words.substring(0, Math.min(words.length(), LONGEST)), Normalizer.Form.NFKC)
            .replaceAll("\\p{Cf}", "")
            .toLowerCase(Locale.ROOT);
    Matcher names = NAME.matcher(read);
    String ours = withoutWww(host);
    while (names.find()) {
      String said = withoutWww(names.group());
      if (!said.equals(ours) && !ours.endsWith("." + said)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
