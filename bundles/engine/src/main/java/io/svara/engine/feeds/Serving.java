package io.svara.engine.feeds;

import io.svara.engine.fold.Bookmarks;
import io.svara.engine.plugins.Connectors;
import java.util.Optional;

/** Which version serves one call, and where it went on. For the thread of that call. */
final class Serving implements Connectors.Cursors {
  private final Bookmarks bookmarks;
  private String version = "";

  Serving(Bookmarks bookmarks) {
    this.bookmarks = bookmarks;
  }

  @Override
  public Optional<String> of(String serving) {
    version = serving;
    return bookmarks.of(serving);
  }

  String version() {
    return version;
  }

  Optional<String> cursor() {
    return bookmarks.of(version);
  }
}
