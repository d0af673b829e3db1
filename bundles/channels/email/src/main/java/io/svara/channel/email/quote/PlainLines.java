package io.svara.channel.email.quote;

import java.util.List;

/** The lines of plain text, whatever ends them. */
final class PlainLines {
  private PlainLines() {}

  static List<Line> of(String plain) {
    return plain.lines().map(Line::plain).toList();
  }
}
