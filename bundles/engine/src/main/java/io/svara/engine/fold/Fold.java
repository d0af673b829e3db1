package io.svara.engine.fold;

import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Part of the fold: what each kind of event does to the rows of one subject. */
abstract class Fold {
  private final Map<Class<? extends Event>, Step<Event>> steps = new LinkedHashMap<>();

  /** What one kind of event does. */
  @FunctionalInterface
  interface Step<E extends Event> {
    void apply(Entry entry, E event, Brush brush);
  }

  protected final <E extends Event> void on(Class<E> kind, Step<E> step) {
    steps.put(kind, (entry, event, brush) -> step.apply(entry, kind.cast(event), brush));
  }

  final Map<Class<? extends Event>, Step<Event>> steps() {
    return steps;
  }
}
