package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the fold before one entry, once. */
final class Gate implements Projection {
  private final Projection inner;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile long position = -1;

  Gate(Projection inner) {
    this.inner = inner;
  }

  void holdAt(long entry) {
    position = entry;
  }

  void awaitHeld() throws InterruptedException {
    if (!held.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The fold never came to entry " + position);
    }
  }

  void open() {
    open.countDown();
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
    if (entry.position() == position) {
      held.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    inner.fold(entry, canvas);
  }
}
