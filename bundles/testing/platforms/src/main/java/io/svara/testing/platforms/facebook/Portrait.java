package io.svara.testing.platforms.facebook;

import java.util.Locale;

/** A picture for a person who does not exist: a coloured disc, the same for the same id. */
final class Portrait {
  private Portrait() {}

  static String svg(String id) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"%s\"/><circle cx=\"32\" cy=\"25\" r=\"11\" fill=\"#fff\" opacity=\".85\"/><path d=\"M10 64a22 22 0 0 1 44 0\" fill=\"#fff\" opacity=\".85\"/></svg>"
        .formatted(colour(id));
  }

  /** A CSS colour, the same for the same text. */
  static String colour(String text) {
    return String.format(
        Locale.ROOT, "hsl(%d 45%% 45%%)", Math.floorMod(text.hashCode() * 47, 360));
  }
}
