package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;

/** Another projection: a row for each entry, in a table of its own name. */
record Counter(String name) implements Projection {

  @Override
  public int layout() {
    return 1;
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    canvas.put(name, Long.toString(entry.position()), new byte[] {1});
  }
}
