package io.svara.channel.email.mime;

import io.svara.api.message.Letter;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read as it was meant, while one mail is read; each is said once. */
final class Flaws {

  private static final int MOST = 50;

  private final Set<String> words = new LinkedHashSet<>();
  private final Set<Letter.Mark> marks = EnumSet.noneOf(Letter.Mark.class);

  /** Something is not as it was meant. */
  void damaged(String what) {
    add(what, Letter.Mark.DAMAGED);
  }

  /** Something was left out, because there is more of it than is taken in. */
  void cut(String what) {
    add(what, Letter.Mark.CUT_SHORT);
  }

  private void add(String what, Letter.Mark mark) {
    marks.add(mark);
    if (words.size() < MOST) {
      words.add(what);
    }
  }

  List<String> words() {
    return List.copyOf(words);
  }

  Set<Letter.Mark> marks() {
    return marks;
  }
}
