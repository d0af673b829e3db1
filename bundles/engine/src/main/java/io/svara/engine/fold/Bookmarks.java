package io.svara.engine.fold;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/**
 * Where the news of one account was left off, by version of the connector: what a version writes
 * into a cursor, an older one need not understand. So each gets the last cursor that it or an older
 * one wrote; after a rollback some news is read once more, and dropped as seen.
 *
 * @param marks oldest first, which is also by rising version: a cursor stands until the same or an
 *     older version writes one
 */
public record Bookmarks(List<Mark> marks) {
  /** Before anything was read. */
  static final Bookmarks NONE = new Bookmarks(List.of());

  /** The cursor that a version left. */
  public record Mark(String version, String cursor) {
    private boolean isReadableBy(Version reader) {
      return Version.parseVersion(version).compareTo(reader) <= 0;
    }
  }

  /** After the version left this cursor. */
  Bookmarks with(Mark left) {
    Version writer = Version.parseVersion(left.version());
    return new Bookmarks(
        Stream.concat(
                marks.stream()
                    .filter(mark -> Version.parseVersion(mark.version()).compareTo(writer) < 0),
                Stream.of(left))
            .toList());
  }

  /** Where the version goes on; empty where it begins. */
  public Optional<String> of(String version) {
    Version reader = Version.parseVersion(version);
    return marks.stream()
        .filter(mark -> mark.isReadableBy(reader))
        .reduce((older, newer) -> newer)
        .map(Mark::cursor);
  }
}
