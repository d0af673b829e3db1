package io.svara.api.channel;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * How long a text may be.
 *
 * @param max the longest text that the platform takes, in the unit of {@code counting}
 */
public record TextLimit(int max, Counting counting) {

  /** Whether the text is within the limit. */
  public boolean allows(String text) {
    return counting.length(text) <= max;
  }

  /** What a platform counts. */
  public enum Counting {
    /** UTF-16 code units, as Java's {@link String#length()}. */
    UTF16 {
      @Override
      public int length(String text) {
        return text.length();
      }
    },
    /** Unicode code points. */
    CODE_POINTS {
      @Override
      public int length(String text) {
        return text.codePointCount(0, text.length());
      }
    },
    /** Bytes of UTF-8. */
    UTF8_BYTES {
      @Override
      public int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    },
    /** What a reader takes for one character, as {@link BreakIterator} cuts. */
    GRAPHEMES {
      @Override
      public int length(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
          count++;
        }
        return count;
      }
    };

    /** The text's length in this unit. */
    public abstract int length(String text);
  }
}
