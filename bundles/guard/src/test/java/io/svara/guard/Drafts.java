package io.svara.guard;

import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.check.Draft;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Drafts for tests. */
final class Drafts {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private Drafts() {}

  static Draft of(Visibility visibility, String text) {
    return of(visibility, text, Locale.ENGLISH);
  }

  static Draft of(Visibility visibility, String text, Locale language) {
    return limited(
        visibility, text, language, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Draft limited(
      Visibility visibility,
      String text,
      Locale language,
      Optional<TextLimit> limit,
      Optional<ReplyWindow> window,
      Optional<Instant> last) {
    return new Draft(text, visibility, "facebook", "norrsken", language, limit, window, last, NOW);
  }
}
