package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import java.util.Optional;
import java.util.Set;

/** Likes and reactions: seen, counted, and no reason to answer. */
final class Liking {

  private static final Set<String> ITEMS = Set.of("like", "reaction");

  private Liking() {}

  /** The notice as an ignored item, if it is about a like or a reaction. */
  static Optional<Inbound> read(Notice notice) {
    return ITEMS.contains(notice.words("item"))
        ? Optional.of(notice.ignored("likes and reactions open no case"))
        : Optional.empty();
  }
}
