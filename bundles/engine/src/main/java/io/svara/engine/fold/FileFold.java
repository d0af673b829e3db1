package io.svara.engine.fold;

import io.svara.engine.event.Event;

/** Files that wait to go out. */
final class FileFold extends Fold {
  FileFold() {
    on(Event.FileKept.class, (entry, e, b) -> b.put(Keys.FILE, e.file(), e));
  }
}
