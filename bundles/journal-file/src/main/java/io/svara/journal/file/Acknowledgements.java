package io.svara.journal.file;

import java.io.Closeable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells submitters what became of their batches, beside the writer and in order. */
final class Acknowledgements implements Executor, Closeable {
  private final Executor executor;
  private final Runnable shutdown;
  private volatile Thread thread;

  private Acknowledgements() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
    this.executor = pool;
    this.shutdown = () -> finish(pool);
  }

  private Acknowledgements(Executor executor) {
    this.executor = executor;
    this.shutdown = () -> {};
  }

  static Acknowledgements threaded() {
    return new Acknowledgements();
  }

  /** Told by the writer itself: for tests that make its turns one by one. */
  static Acknowledgements direct() {
    return new Acknowledgements(Runnable::run);
  }

  private Thread newThread(Runnable work) {
    Thread next = new Thread(work, "svara-journal-acks");
    next.setDaemon(true);
    thread = next;
    return next;
  }

  @Override
  public void execute(Runnable work) {
    executor.execute(work);
  }

  /** The thread that is to tell of an append must not wait for it. */
  void refuseToWaitForItself() {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException(
          "append() was called by a continuation of submit() and would wait for ever: call"
              + " submit() there, or continue with thenRunAsync and an executor.");
    }
  }

  private static void finish(ThreadPoolExecutor pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when all has been told, or after ten seconds. */
  @Override
  public void close() {
    shutdown.run();
  }
}
