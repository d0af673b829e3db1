package io.svara.guard;

import io.svara.api.channel.TextLimit;
import java.text.BreakIterator;
import java.util.Locale;

/** The part of a text that a platform has no room for. */
record Surplus(TextLimit limit) {

  /**
   * Where it begins: behind the longest start of the text that is allowed and ends between two
   * characters as a reader sees them.
   */
  int begin(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (limit.allows(text.substring(0, middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return characters.isBoundary(low) ? low : characters.preceding(low);
  }
}
