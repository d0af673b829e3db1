package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which entries it was given. */
record Recording(Projection inner, List<Long> folded) implements Projection {

  Recording(Projection inner) {
    this(inner, new CopyOnWriteArrayList<>());
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public int layout() {
    return inner.layout();
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    folded.add(entry.position());
    inner.fold(entry, canvas);
  }
}
