package io.svara.engine.views;

import io.svara.engine.journal.Entry;

/**
 * How a view is folded from the journal. Registered as a service by the room that owns the view;
 * the views room calls it for every entry, in order, on one thread. A fold is a pure function of
 * the entry and of what the tables hold: no clock, no network, never a plugin's code.
 */
public interface Projection {

  /** A stable name. */
  String name();

  /**
   * Raised whenever the shape of what is written changes: the views are then rebuilt from the
   * journal.
   */
  int layout();

  /**
   * Folds one entry. Must tolerate any entry: unknown kinds are passed over, and a redacted payload
   * leaves no trace of what it said. An exception stops the views, visibly; it never skips an
   * entry.
   */
  void fold(Entry entry, Canvas canvas);
}
