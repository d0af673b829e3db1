package io.svara.channel.email.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds where the signature of a letter begins, among the last lines of what was written. */
final class Signatures {
  private static final int MOST_LINES = 60;
  private static final int MOST_UNDER_A_NAME = 18;
  private static final int MOST_UNDER_DASHES = 30;

  private final List<String> lines;
  private final int[] worded;
  private final Author author;

  private Signatures(List<String> lines, String author) {
    this.lines = lines;
    this.worded = worded(lines);
    this.author = new Author(author);
  }

  /** The line that it begins with; the number of lines where there is none. */
  static int start(List<String> lines, String author) {
    Signatures signatures = new Signatures(lines, author);
    for (int p = 0; p < signatures.worded.length; p++) {
      if (signatures.begins(p)) {
        return signatures.worded[signatures.above(p)];
      }
    }
    return lines.size();
  }

  private static int[] worded(List<String> lines) {
    int[] found = new int[MOST_LINES];
    int count = 0;
    for (int i = lines.size() - 1; i >= 0 && count < MOST_LINES; i--) {
      if (!Words.blank(lines.get(i))) {
        found[MOST_LINES - ++count] = i;
      }
    }
    return Arrays.copyOfRange(found, MOST_LINES - count, MOST_LINES);
  }

  private boolean begins(int p) {
    String text = text(p);
    return text.length() <= Line.LONG
        && (delimiter(p, text)
            || closing(p)
            || device(p, text)
            || stroked(p, text)
            || named(p, text)
            || reachable(p, text)
            || thanked(p, text));
  }

  private boolean delimiter(int p, String text) {
    String bare = text.strip();
    if (p == last() || !Separator.drawn(bare, 2)) {
      return false;
    }
    if (text.equals("-- ") || (bare.equals("--") && last() - p <= MOST_UNDER_DASHES)) {
      return true;
    }
    return (bare.length() > 3 || bare.startsWith("--")) && tail(p);
  }

  private boolean closing(int p) {
    Optional<Closing.Found> found = Closing.in(text(p));
    if (found.isEmpty()) {
      return Closing.leadsTo(text(p)) && p < last() && signed(p + 1) && tail(p);
    }
    boolean thanks = found.get().thanks();
    String name = found.get().name();
    if (!name.isEmpty()) {
      return (author.known() ? author.signs(name) || !thanks : !thanks || text(p).contains(","))
          && tail(p);
    }
    if (p == last()) {
      return !thanks && p > 0;
    }
    String below = text(p + 1);
    if (Closing.in(below).isPresent()) {
      return closing(p + 1);
    }
    if (!thanks && (begins(p + 1) || Contact.is(below) || sure(p, below))) {
      return tail(p);
    }
    return (signed(p + 1) || (p + 1 == last() && oneWord(below))) && tail(p);
  }

  /** A closing of several words may have anything short below it that is no list. */
  private boolean sure(int p, String below) {
    return Words.of(text(p)).size() > 1
        && last() - p <= MOST_UNDER_DASHES
        && below.length() < 60
        && Character.isLetter(below.strip().charAt(0));
  }

  /** "Thanks for all your help!", and then a name as the last line. */
  private boolean thanked(int p, String text) {
    return p > 0 && p == last() && Name.is(text) && Closing.begins(text(p - 1));
  }

  private boolean signed(int p) {
    return Name.is(text(p)) || author.isAllOf(text(p));
  }

  private boolean device(int p, String text) {
    return last() - p <= 3 && Device.is(text) && tail(p);
  }

  private boolean stroked(int p, String text) {
    boolean listed = p > 0 && "-–—".indexOf(text(p - 1).strip().charAt(0)) >= 0;
    boolean name = Name.stroked(text) || (p == last() && Name.strokedWord(text));
    return p > 0 && !listed && name && tail(p);
  }

  /** The author's own name, near the end or above what looks like a signature. */
  private boolean named(int p, String text) {
    if (p == 0 || announced(p) || !signed(p) || !author.signs(text)) {
      return false;
    }
    int below = last() - p;
    return tail(p) && (below <= 1 || (below <= 4 && apart(p)) || contacts(p) > 0);
  }

  /** Any name, above lines that tell how to reach it: one is enough for a few lines. */
  private boolean reachable(int p, String text) {
    return p > 0
        && apart(p)
        && !announced(p)
        && Name.is(text)
        && contacts(p) >= (last() - p <= 5 ? 1 : 2)
        && tail(p);
  }

  private int contacts(int p) {
    int count = 0;
    for (int q = p + 1; q <= last(); q++) {
      if (Contact.is(text(q)) || Device.is(text(q))) {
        count++;
      }
    }
    return count;
  }

  /**
   * Whether the lines under the first can be a signature's: short, and no running text but one
   * motto among ways to reach somebody.
   */
  private boolean tail(int p) {
    boolean motto = false;
    for (int q = p + 1; q <= last(); q++) {
      String text = text(q);
      if (afterthought(text)) {
        return false;
      }
      if (Prose.notice(text)) {
        return true;
      }
      boolean prose = Prose.is(text) && !Device.is(text);
      if (q - p > MOST_UNDER_A_NAME || (prose && (motto || q == p + 1 || !motto(p, text)))) {
        return false;
      }
      motto |= prose;
    }
    return true;
  }

  /** "PS. Could you also …": the letter goes on. */
  private static boolean afterthought(String text) {
    List<String> words = text.length() > Line.LONG ? List.of() : Words.of(text);
    String joined = words.size() > 1 ? words.get(0) + words.get(1) : "";
    return joined.equalsIgnoreCase("ps")
        || (!joined.isEmpty() && words.get(0).equalsIgnoreCase("ps"));
  }

  private boolean motto(int p, String text) {
    return text.length() < 120 && !text.stripTrailing().endsWith("?") && contacts(p) >= 2;
  }

  /** Closings right above belong to it. */
  private int above(int p) {
    int first = p;
    while (first > 1) {
      Optional<Closing.Found> found = Closing.in(text(first - 1));
      boolean joins =
          found.isPresent()
              && found.get().name().isEmpty()
              && !(found.get().thanks() && Separator.drawn(text(first), 2));
      if (!joins) {
        break;
      }
      first--;
    }
    return first;
  }

  /** "My address is:" and then the address is no signature. */
  private boolean announced(int p) {
    return text(p - 1).stripTrailing().endsWith(":");
  }

  private boolean apart(int p) {
    return p > 0 && worded[p] - worded[p - 1] > 1;
  }

  private static boolean oneWord(String text) {
    return text.length() < 20 && text.strip().chars().allMatch(c -> Character.isLetter(c));
  }

  private String text(int p) {
    return lines.get(worded[p]);
  }

  private int last() {
    return worded.length - 1;
  }
}
