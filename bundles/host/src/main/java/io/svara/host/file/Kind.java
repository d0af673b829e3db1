package io.svara.host.file;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Presence;
import java.util.Map;

/** What a file defines. Endpoints come first, because accounts name them. */
enum Kind {
  ENDPOINT("endpoint") {
    @Override
    void define(Presence presence, String name, Map<String, String> settings, Actor actor) {
      presence.defineEndpoint(name, settings, actor);
    }

    @Override
    void remove(Presence presence, String name, Actor actor) {
      presence.removeEndpoint(name, actor);
    }
  },
  ACCOUNT("account") {
    @Override
    void define(Presence presence, String name, Map<String, String> settings, Actor actor) {
      presence.defineAccount(name, settings, actor);
    }

    @Override
    void remove(Presence presence, String name, Actor actor) {
      presence.removeAccount(name, actor);
    }
  };

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  abstract void define(Presence presence, String name, Map<String, String> settings, Actor actor);

  abstract void remove(Presence presence, String name, Actor actor);
}
