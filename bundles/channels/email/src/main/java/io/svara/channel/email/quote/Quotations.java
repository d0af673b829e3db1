package io.svara.channel.email.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what a letter quotes, in one pass from its top. Runs of quoted lines may have answers below
 * or between them; behind a separator without such runs, all the rest is the earlier letter.
 */
final class Quotations {
  /** More lines than that which look like an introduction or a label are no honest letter. */
  private static final int MOST_TRIED = 2_000;

  private static final int MOST_BLANKS = 6;

  private final List<Line> lines;
  private final List<Run> runs = new ArrayList<>();
  private int rest;
  private boolean forwarded;
  private int tried;

  private Quotations(List<Line> lines) {
    this.lines = lines;
    this.rest = lines.size();
  }

  /** What each line belongs to, and whether another's letter follows that is meant to be read. */
  record Cut(Part[] parts, boolean forwarded) {}

  static Cut cut(List<Line> lines, Origin origin) {
    Quotations quotations = new Quotations(lines);
    quotations.forwarded = origin.forwarded(lines);
    quotations.scan();
    return new Cut(quotations.parts(), quotations.forwarded);
  }

  private void scan() {
    int floor = 0;
    int i = 0;
    while (i < rest && !forwarded) {
      int next = step(i, floor);
      if (next > i + 1 || lines.get(i).quoted()) {
        floor = next;
      }
      i = next;
    }
  }

  /** Looks at one line; says with which to go on. */
  private int step(int i, int floor) {
    Line line = lines.get(i);
    if (line.blank()) {
      return i + 1;
    }
    if (Separator.forwarded(line)) {
      forwarded = true;
      return i;
    }
    if (line.quoted()) {
      return run(i, i);
    }
    if (line.mark() == Line.Mark.REST) {
      return allFrom(i);
    }
    if (line.mark() == Line.Mark.INTRODUCTION) {
      return marked(i);
    }
    if (line.brief() && Separator.drawn(line)) {
      return i + 1;
    }
    if (Separator.original(line)) {
      return introduced(i, i + 1);
    }
    int block = block(i);
    return block > 0 ? introduced(i, block) : named(i, floor);
  }

  /** Lines that a mail program marked as an introduction. */
  private int marked(int start) {
    int end = start;
    while (end < lines.size() && lines.get(end).mark() == Line.Mark.INTRODUCTION) {
      if (Separator.forwarded(lines.get(end))) {
        forwarded = true;
        return start;
      }
      end++;
    }
    return introduced(start, end);
  }

  /** The line after copied header fields, or -1. */
  private int block(int i) {
    boolean announced = announced(i);
    if ((!announced && HeaderBlock.label(lines.get(i).text()) == null) || tried++ > MOST_TRIED) {
      return -1;
    }
    return HeaderBlock.end(lines, i, announced);
  }

  /** An introduction in words. */
  private int named(int i, int floor) {
    if (!Introduction.mayEnd(lines.get(i)) || tried++ > MOST_TRIED) {
      return i + 1;
    }
    int start = Introduction.start(lines, i, floor, quotedAfter(i + 1) >= 0);
    return start < 0 ? i + 1 : introduced(start, i + 1);
  }

  /** What follows an introduction: a run, or all the rest. */
  private int introduced(int start, int end) {
    int quoted = quotedAfter(end);
    return quoted >= 0 ? run(start, quoted) : allFrom(start);
  }

  private int allFrom(int start) {
    rest = start;
    while (rest > 0 && decoration(lines.get(rest - 1))) {
      rest--;
    }
    return start;
  }

  /** The first quoted or indented line after an introduction, or -1. */
  private int quotedAfter(int end) {
    for (int i = end; i < lines.size() && i < end + MOST_BLANKS; i++) {
      Line line = lines.get(i);
      if (!line.blank()) {
        return line.quote() != Line.Quote.NONE ? i : -1;
      }
    }
    return -1;
  }

  private int run(int introduction, int from) {
    boolean indented = introduction < from;
    int to = from + 1;
    for (int i = to; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean quoted = line.quoted() || (indented && line.quote() == Line.Quote.INDENTED);
      if (quoted || wrapped(i)) {
        to = i + 1;
      } else if (!line.blank()) {
        break;
      }
    }
    runs.add(new Run(introduction, from, to));
    return to;
  }

  /** The end of a quoted line that was too long, which lost its mark on the way. */
  private boolean wrapped(int i) {
    String text = lines.get(i).text();
    return i + 1 < lines.size()
        && !text.isEmpty()
        && Character.isLowerCase(text.charAt(0))
        && lines.get(i - 1).quoted()
        && lines.get(i - 1).text().length() > 60
        && lines.get(i + 1).quoted();
  }

  private boolean announced(int i) {
    if (lines.get(i).ruled()) {
      return true;
    }
    int above = i - 1;
    while (above >= 0 && above > i - 3 && lines.get(above).blank()) {
      above--;
    }
    return above >= 0 && Separator.drawn(lines.get(above));
  }

  private static boolean decoration(Line line) {
    return line.blank() || (line.brief() && Separator.drawn(line));
  }

  private Part[] parts() {
    Part[] parts = new Part[lines.size()];
    Arrays.fill(parts, Part.WRITTEN);
    Arrays.fill(parts, rest, parts.length, Part.QUOTED);
    int answers = 0;
    for (int r = 0; r < runs.size(); r++) {
      answers += answered(r) ? 1 : 0;
    }
    for (int r = 0; r < runs.size(); r++) {
      Run run = runs.get(r);
      boolean keep = answered(r) && (answers > 1 || !run.introduced() || continued(r));
      Arrays.fill(parts, run.introduction(), keep ? run.from() : run.to(), Part.QUOTED);
    }
    return parts;
  }

  /** Whether words of the author stand between this run and the next. */
  private boolean answered(int r) {
    int end = r + 1 < runs.size() ? runs.get(r + 1).introduction() : rest;
    for (int i = runs.get(r).to(); i < end; i++) {
      if (!lines.get(i).blank()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the same letter is quoted on below the answer. */
  private boolean continued(int r) {
    return r + 1 < runs.size() && !runs.get(r + 1).introduced();
  }
}
