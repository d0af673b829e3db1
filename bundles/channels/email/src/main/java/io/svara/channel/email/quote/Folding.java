package io.svara.channel.email.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells what an author wrote now from what stands around it. Pure; any thread; in time linear in
 * the letter's length, whatever it holds.
 */
public final class Folding {
  private Folding() {}

  /** Folds plain text of which nothing else is known. */
  public static Folded text(String plain) {
    return text(plain, Origin.UNKNOWN);
  }

  /** Folds plain text; quoted lines are those with {@code >}. */
  public static Folded text(String plain, Origin origin) {
    return fold(PlainLines.of(plain), origin);
  }

  /** Folds the words of HTML of which nothing else is known. */
  public static Folded html(String html) {
    return html(html, Origin.UNKNOWN);
  }

  /** Folds the words of HTML; quoted is what the markers of mail programs say. */
  public static Folded html(String html, Origin origin) {
    return fold(HtmlLines.of(html), origin);
  }

  private static Folded fold(List<Line> lines, Origin origin) {
    Part[] parts = parts(lines, origin);
    return new Folded(join(lines, parts, true), join(lines, parts, false));
  }

  /** What each line belongs to. */
  static Part[] parts(List<Line> lines, Origin origin) {
    Quotations.Cut cut = Quotations.cut(lines, origin);
    Part[] parts = cut.parts();
    if (!cut.forwarded()) {
      sign(lines, parts, origin);
    }
    if (nothingWritten(lines, parts)) {
      replace(parts, Part.SIGNATURE);
    }
    if (nothingWritten(lines, parts)) {
      replace(parts, Part.QUOTED);
    }
    return parts;
  }

  private static void sign(List<Line> lines, Part[] parts, Origin origin) {
    List<Integer> places = new ArrayList<>();
    List<String> written = new ArrayList<>();
    boolean ended = false;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.WRITTEN && lines.get(i).mark() == Line.Mark.SIGNATURE) {
        parts[i] = Part.SIGNATURE;
        ended |= !lines.get(i).blank();
      } else if (parts[i] == Part.WRITTEN) {
        if (ended && !lines.get(i).blank()) {
          return;
        }
        places.add(i);
        written.add(lines.get(i).text());
      }
    }
    int start = Signatures.start(written, origin.author());
    places.subList(start, places.size()).forEach(i -> parts[i] = Part.SIGNATURE);
  }

  private static boolean nothingWritten(List<Line> lines, Part[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.WRITTEN && !lines.get(i).blank()) {
        return false;
      }
    }
    return true;
  }

  private static void replace(Part[] parts, Part part) {
    Arrays.setAll(parts, i -> parts[i] == part ? Part.WRITTEN : parts[i]);
  }

  private static String join(List<Line> lines, Part[] parts, boolean written) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if ((parts[i] == Part.WRITTEN) == written) {
        chosen.add(lines.get(i).text());
      }
    }
    int from = 0;
    int to = chosen.size();
    while (from < to && Words.blank(chosen.get(from))) {
      from++;
    }
    while (to > from && Words.blank(chosen.get(to - 1))) {
      to--;
    }
    return String.join("\n", chosen.subList(from, to));
  }
}
