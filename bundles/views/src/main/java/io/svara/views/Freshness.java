package io.svara.views;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.lucene.search.SearcherManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the searcher when somebody asks and something was published since. Those who ask wait for
 * it, so they see what was published before they asked; however many ask, it is renewed at most
 * once in 20 ms. When it takes longer than {@link #PATIENCE} (a large batch is being written out),
 * they are answered from the searcher before. When nobody asks it is renewed every few seconds all
 * the same, so that whoever asks next need not wait for an hour's writing.
 *
 * <p>On a thread of its own: an interrupt of a caller's thread inside Lucene would close files
 * under everybody.
 */
final class Freshness implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
  private static final long PAUSE = Duration.ofMillis(20).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long UNASKED = Duration.ofSeconds(3).toNanos();

  private final SearcherManager searchers;
  private final LongSupplier published;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = new Thread(this::run, "svara-views-search");

  /** Guarded by {@link #lock}, as the two below. */
  private long shown;

  private long wanted;
  private boolean closed;

  Freshness(SearcherManager searchers, LongSupplier published) {
    this.searchers = searchers;
    this.published = published;
    shown = published.getAsLong();
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when all that is published now can be found, or after a moment. */
  void ensure() {
    long target = published.getAsLong();
    long left = PATIENCE.toNanos();
    lock.lock();
    try {
      while (shown < target && left > 0 && !closed) {
        if (wanted < target) {
          wanted = target;
          changed.signalAll();
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Who is in a hurry is answered from what there is.
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitWish()) {
        long started = System.nanoTime();
        long upTo = published.getAsLong();
        searchers.maybeRefreshBlocking();
        show(upTo);
        pauseSince(started);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      LOG.error(
          "The search index could not be renewed; searches answer from what it held before. The"
              + " fold meets the same fault and opens the views anew.",
          e);
    } finally {
      close();
    }
  }

  private boolean awaitWish() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = UNASKED;
      while (wanted <= shown && !closed && (left > 0 || published.getAsLong() <= shown)) {
        left = changed.awaitNanos(left > 0 ? left : UNASKED);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void show(long position) {
    lock.lock();
    try {
      shown = position;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pauseSince(long started) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = PAUSE - (System.nanoTime() - started);
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread; nobody waits any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (Thread.currentThread() != thread) {
      try {
        TimeUnit.SECONDS.timedJoin(thread, 10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
