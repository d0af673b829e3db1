package io.svara.channel.email.quote;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a From field under which its author may sign. */
final class Author {
  private final Set<String> words = new HashSet<>();
  private final Set<String> joined = new HashSet<>();

  Author(String from) {
    String brief = from.length() > Line.LONG ? from.substring(0, Line.LONG) : from;
    for (String piece : brief.split("[<>()\"]", -1)) {
      int at = piece.indexOf('@');
      String name = Words.plain(at < 0 ? piece : piece.substring(0, at));
      List<String> parts = Words.of(name);
      parts.stream().filter(part -> part.length() > 1).forEach(words::add);
      joined.add(String.join("", parts));
    }
    joined.remove("");
  }

  /** Whether a line that looks like a name is the author's; false where the author is unknown. */
  boolean signs(String line) {
    List<String> found = Words.of(line.toLowerCase(Locale.ROOT));
    if (found.isEmpty() || found.size() > 6) {
      return false;
    }
    String whole = String.join("", found);
    return words.contains(found.get(0))
        || (found.size() > 1 && words.contains(found.get(found.size() - 1)))
        || (whole.length() > 3 && joined.stream().anyMatch(name -> name.startsWith(whole)));
  }

  /** Whether a line is made of the author's names only. */
  boolean isAllOf(String line) {
    List<String> found = Words.of(line.toLowerCase(Locale.ROOT));
    return !found.isEmpty() && words.containsAll(found);
  }

  boolean known() {
    return !words.isEmpty();
  }
}
