package io.svara.channel.email.quote;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Header fields of an earlier letter, copied above its text as Outlook and others do: {@code
 * From:}, {@code Sent:}, {@code To:}, {@code Subject:}.
 */
final class HeaderBlock {
  private static final int MOST_LINES = 24;
  private static final int LONGEST_LABEL = 40;
  private static final Map<String, Topic> LABELS = Map.copyOf(labels());

  private HeaderBlock() {}

  /**
   * The line after the block that begins at a line, or -1.
   *
   * @param announced whether a rule or a line of dashes stands above: then less is asked of it
   */
  static int end(List<Line> lines, int start, boolean announced) {
    if (label(lines.get(start).text()) == null) {
      return announced ? unknownLanguage(lines, start) : -1;
    }
    Set<Topic> found = EnumSet.noneOf(Topic.class);
    boolean address = false;
    int end = start;
    int limit = Math.min(lines.size(), start + MOST_LINES);
    for (int i = start; i < limit; i++) {
      String text = lines.get(i).text();
      if (lines.get(i).quoted()) {
        break;
      }
      Topic topic = label(text);
      if (topic == null && (lines.get(i).blank() || text.length() > Line.LONG * 8)) {
        if (i + 1 >= limit || label(lines.get(i + 1).text()) == null) {
          break;
        }
      } else {
        if (topic != null) {
          found.add(topic);
          end = i + 1;
        }
        address |= text.indexOf('@') >= 0;
      }
    }
    return enough(found, address, announced) ? end : -1;
  }

  /** A journey has From, To and Date as well: so something of a letter must be among them. */
  private static boolean enough(Set<Topic> found, boolean address, boolean announced) {
    int fields = found.size() - (found.contains(Topic.OTHER) ? 1 : 0);
    if (!found.contains(Topic.FROM)) {
      return false;
    }
    if (announced) {
      return fields >= 2;
    }
    return fields >= 3 && (found.contains(Topic.SUBJECT) || found.contains(Topic.SENT) || address);
  }

  /** Below a rule, three lines with labels and an address among them, in whatever language. */
  private static int unknownLanguage(List<Line> lines, int start) {
    int labels = 0;
    boolean address = false;
    int i = start;
    while (i < lines.size() && i < start + 8 && !lines.get(i).blank()) {
      String text = lines.get(i).text();
      int colon = Words.colon(text);
      if (colon > 0 && colon <= 25 && Character.isLetter(text.charAt(0))) {
        labels++;
      }
      address |= text.indexOf('@') >= 0;
      i++;
    }
    return labels >= 3 && labels >= i - start - 1 && address ? i : -1;
  }

  /** The topic of a line's label, or null. */
  static Topic label(String text) {
    String head = text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
    int end = Words.colon(head);
    if (end < 0) {
      end = head.strip().indexOf('\t') > 0 ? head.indexOf('\t', 1) : -1;
    }
    if (end < 0) {
      return null;
    }
    return LABELS.get(Words.bare(head.substring(0, end)));
  }

  private static Map<String, Topic> labels() {
    Map<String, Topic> labels = new HashMap<>();
    for (Topic topic : EnumSet.range(Topic.FROM, Topic.OTHER)) {
      for (String phrase : Phrases.of(topic)) {
        labels.putIfAbsent(Words.bare(phrase), topic);
      }
    }
    return labels;
  }
}
