package io.svara.channel.email.quote;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "On Monday, 3 June 2024 at 14:05, Anna wrote:", on one line or wrapped over up to four. */
final class Introduction {
  private static final int MOST_LINES = 4;
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}[:.]\\d{2}\\b|\\b(?:19|20)\\d{2}\\b|\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d年");
  private static final Pattern MOMENT = Pattern.compile("(?<![:.\\d])\\d{1,2}[:.]\\d{2}(?![.\\d])");
  private static final Pattern DATE_FIRST = Pattern.compile("^(?:\\p{L}{1,12}\\.?,? )?\\d");
  private static final int EARLY = 50;
  private static final Pattern ADDRESS_LAST = Pattern.compile("@[^\\s@]{1,100}\\s?$");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]@[^\\s@<>]");

  private Introduction() {}

  /** Whether a line ends as the last line of an introduction does; cheap. */
  static boolean mayEnd(Line line) {
    String text = line.text();
    int i = text.length() - 1;
    while (i >= 0 && (Words.space(text.charAt(i)) || text.charAt(i) == '*')) {
      i--;
    }
    if (i < 0 || !line.brief()) {
      return false;
    }
    char last = text.charAt(i);
    return last == ':' || last == '：' || (last == '-' && text.stripLeading().startsWith("--"));
  }

  /**
   * The first line of the introduction that ends at a line, or -1.
   *
   * @param floor no line before this one belongs to it
   * @param above whether quoted lines follow: then less is asked of it
   */
  static int start(List<Line> lines, int end, int floor, boolean above) {
    StringBuilder joined = new StringBuilder();
    int lowest = Math.max(floor, end - MOST_LINES + 1);
    for (int i = end; i >= lowest && usable(lines.get(i), i == end); i--) {
      joined.insert(0, lines.get(i).text() + (i == end ? "" : " "));
      String plain = Words.plain(joined.toString());
      if (introduces(plain, above)) {
        return extend(lines, i, lowest, plain);
      }
    }
    return -1;
  }

  private static boolean usable(Line line, boolean last) {
    return line.brief() && !line.blank() && !line.quoted() && (last || !mayEnd(line));
  }

  private static boolean introduces(String plain, boolean above) {
    boolean verb = verb(plain);
    boolean date = DATE.matcher(plain).find();
    boolean address = ADDRESS.matcher(plain).find();
    if (above && (verb || address || date) && plain.length() <= Line.LONG) {
      return true;
    }
    if (verb) {
      return (date || address) && !ofAPerson(plain);
    }
    return address && moment(plain) && ADDRESS_LAST.matcher(stripEnd(plain)).find();
  }

  /** Whether it begins with day and hour: so do introductions that have no verb. */
  private static boolean moment(String plain) {
    Matcher moment = MOMENT.matcher(plain);
    return moment.find() && moment.start() < EARLY && DATE_FIRST.matcher(plain).find();
  }

  /** Up to the line that opens it, where the words found so far are only its end. */
  private static int extend(List<Line> lines, int found, int lowest, String plain) {
    if (opens(plain)) {
      return found;
    }
    boolean dated = DATE.matcher(plain).find();
    int first = found;
    for (int i = found - 1; i >= lowest && usable(lines.get(i), false); i--) {
      String text = Words.plain(lines.get(i).text());
      char last = text.charAt(text.length() - 1);
      if (last == '.' || last == '!' || last == '?') {
        break;
      }
      if (opens(text)) {
        return i;
      }
      if (!dated && DATE.matcher(text).find()) {
        dated = true;
        first = i;
      }
    }
    return first;
  }

  private static boolean opens(String plain) {
    String bare = Words.bare(plain);
    int space = bare.indexOf(' ');
    if (space < 0) {
      return false;
    }
    int second = bare.indexOf(' ', space + 1);
    Set<String> openers = Phrases.of(Topic.OPENER);
    return openers.contains(bare.substring(0, space))
        || (second > 0 && openers.contains(bare.substring(0, second)));
  }

  private static boolean verb(String plain) {
    return place(Words.of(plain)) >= 0 || ideographic(plain);
  }

  /** Where a word or up to three words together are a verb. */
  private static int place(List<String> words) {
    Set<String> verbs = Phrases.of(Topic.WROTE);
    for (int i = 0; i < words.size(); i++) {
      StringBuilder phrase = new StringBuilder();
      for (int n = i; n < words.size() && n < i + 3; n++) {
        phrase.append(n == i ? "" : " ").append(words.get(n));
        if (verbs.contains(phrase.toString())) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Languages that put no space between words. */
  private static boolean ideographic(String plain) {
    for (String verb : Phrases.of(Topic.WROTE)) {
      char first = verb.charAt(0);
      if (first >= '\u3040' && plain.contains(verb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofAPerson(String plain) {
    List<String> words = Words.of(plain);
    int verb = place(words);
    Set<String> self = Phrases.of(Topic.SELF);
    return verb >= 0
        && ((verb > 0 && self.contains(words.get(verb - 1)))
            || (verb + 1 < words.size() && self.contains(words.get(verb + 1))));
  }

  private static String stripEnd(String plain) {
    int end = plain.length();
    while (end > 0 && ":： >)\"'".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(0, end);
  }
}
