package io.svara.channel.email.quote;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** "Best regards", "Mvh Anna": how letters end. */
final class Closing {
  private static final int MOST_WORDS = 6;

  private Closing() {}

  /**
   * @param thanks whether it only thanks, as letters do that do not end there
   * @param name what stands behind the phrase on the same line; may be empty
   */
  record Found(boolean thanks, String name) {}

  static Optional<Found> in(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > 80) {
      return Optional.empty();
    }
    Optional<Found> whole = phrase(Words.bare(text), "");
    if (whole.isPresent()) {
      return whole;
    }
    int words = 0;
    for (int i = 1; i < text.length() && words < MOST_WORDS; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == ',' || c == '/' || c == '!' || c == '.') {
        words++;
        String name = text.substring(i).replaceFirst("^[\\s,/!.–-]+", "");
        Optional<Found> found =
            Name.is(name) ? phrase(Words.bare(text.substring(0, i)), name) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** "Thanks in advance for your help,": a phrase that goes on, up to a comma at the end. */
  static boolean leadsTo(String line) {
    return line.stripTrailing().endsWith(",") && begins(line);
  }

  /** Whether a short line begins with such a phrase. */
  static boolean begins(String line) {
    String bare = Words.bare(line.length() > 80 ? "" : line) + " ";
    return Words.of(bare).size() <= 9
        && EnumSet.of(Topic.CLOSING, Topic.THANKS).stream()
            .flatMap(topic -> Phrases.of(topic).stream())
            .anyMatch(phrase -> phrase.length() > 2 && bare.startsWith(phrase + " "));
  }

  private static Optional<Found> phrase(String bare, String name) {
    int stroke = Math.max(bare.indexOf('/'), bare.indexOf('|'));
    if (stroke > 0) {
      Optional<Found> first = phrase(Words.bare(bare.substring(0, stroke)), name);
      Optional<Found> second = phrase(Words.bare(bare.substring(stroke + 1)), name);
      return first.isPresent() && second.isPresent() ? first : Optional.empty();
    }
    if (has(Topic.CLOSING, bare)) {
      return Optional.of(new Found(false, name));
    }
    return has(Topic.THANKS, bare) ? Optional.of(new Found(true, name)) : Optional.empty();
  }

  private static boolean has(Topic topic, String bare) {
    Set<String> phrases = Phrases.of(topic);
    return phrases.contains(bare) || phrases.contains(bare.replace(",", ""));
  }
}
