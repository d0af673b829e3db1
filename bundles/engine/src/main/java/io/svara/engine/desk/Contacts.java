package io.svara.engine.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people who write to us, each with the handles by which platforms know them. */
public interface Contacts {

  Page<Contact> find(Optional<String> q, int limit, Optional<String> cursor);

  Optional<Contact> get(String id);

  /** Joins two contacts that are one person; the first remains. */
  Contact merge(String id, String other, Actor actor);

  /** Takes back a merge. */
  Contact unmerge(String id, String other, Actor actor);

  /**
   * A contact.
   *
   * @param merged contacts that were joined into this one
   * @param unreachable handles at which nothing arrives
   */
  record Contact(
      String id,
      String name,
      List<HandleOf> handles,
      List<String> merged,
      Instant firstSeen,
      Instant lastSeen,
      List<Unreachable> unreachable) {}

  /** A handle with where it is known. */
  record HandleOf(String channel, String account, String platformId, String name) {}

  /** A handle to which something could not be delivered for good, with the platform's reason. */
  record Unreachable(String account, String platformId, String reason, Instant since) {}
}
