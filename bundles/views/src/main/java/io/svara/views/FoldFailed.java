package io.svara.views;

import io.svara.engine.journal.Entry;

/** A projection threw. The message names it and the entry, for an operator. */
final class FoldFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FoldFailed(String projection, Entry entry, Throwable cause) {
    super(
        "The projection "
            + projection
            + " failed on entry "
            + entry.position()
            + " of kind "
            + entry.kind()
            + " ("
            + cause.getClass().getName()
            + "); install a corrected version of the bundle that brings it, or ask for a rebuild.",
        cause);
  }
}
