package io.svara.host.bay;

import io.svara.engine.plugins.Edition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is wrong with versions, in words, for as long as it is. */
final class Troubles {
  private final Map<Edition, String> words = new ConcurrentHashMap<>();

  void note(Edition edition, String what) {
    words.put(edition, what);
  }

  void over(Edition edition) {
    words.remove(edition);
  }

  Optional<String> of(Edition edition) {
    return Optional.ofNullable(words.get(edition));
  }
}
