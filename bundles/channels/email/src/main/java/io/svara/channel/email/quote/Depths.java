package io.svara.channel.email.quote;

import java.util.EnumMap;
import java.util.Map;

/** In how many elements of each kind a place of an HTML document lies. */
final class Depths {
  private final Map<Markers.Kind, Integer> depths = new EnumMap<>(Markers.Kind.class);

  void add(Markers.Kind kind, int change) {
    if (kind != Markers.Kind.NONE) {
      depths.merge(kind, change, Integer::sum);
    }
  }

  Line.Quote quote() {
    if (in(Markers.Kind.QUOTE)) {
      return Line.Quote.QUOTED;
    }
    return in(Markers.Kind.INDENT) ? Line.Quote.INDENTED : Line.Quote.NONE;
  }

  Line.Mark mark() {
    if (in(Markers.Kind.INTRODUCTION)) {
      return Line.Mark.INTRODUCTION;
    }
    return in(Markers.Kind.SIGNATURE) ? Line.Mark.SIGNATURE : Line.Mark.NONE;
  }

  private boolean in(Markers.Kind kind) {
    return depths.getOrDefault(kind, 0) > 0;
  }
}
