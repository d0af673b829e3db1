package io.svara.host.file;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Presence;
import java.util.Map;
import java.util.Optional;

/**
 * What a file wants done: to define something, or after the file was removed to remove it.
 *
 * @param settings empty for a removal
 */
record Change(Kind kind, String name, String file, Optional<Map<String, String>> settings) {

  void make(Presence presence, Actor actor) {
    if (settings.isPresent()) {
      kind.define(presence, name, settings.get(), actor);
    } else {
      kind.remove(presence, name, actor);
    }
  }

  /** The channel that the file names; empty when it names none. */
  String channel() {
    return settings.map(all -> all.getOrDefault("channel", "")).orElse("");
  }

  /** Without the settings: some of them are secrets. */
  @Override
  public String toString() {
    return (settings.isPresent() ? kind.word() : "removal of " + kind.word()) + " " + name;
  }
}
