package io.svara.it.swap;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody who keeps trying to say what may not be said. */
final class Tempted implements AutoCloseable {
  private static final int PAUSE_MILLIS = 30;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final Set<Integer> statuses = new TreeSet<>();
  private final Callable<Integer> attempt;

  private Tempted(Callable<Integer> attempt) {
    this.attempt = attempt;
  }

  /**
   * Begins to try.
   *
   * @param attempt gives the status of the answer
   */
  static Tempted by(Callable<Integer> attempt) {
    Tempted tempted = new Tempted(attempt);
    tempted.time.scheduleWithFixedDelay(tempted::attempt, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return tempted;
  }

  private void attempt() {
    try {
      answered(attempt.call());
    } catch (IOException unanswered) {
      answered(0);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (Exception wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private synchronized void answered(int status) {
    statuses.add(status);
  }

  /** Every status with which an attempt was answered; 0 for no answer. */
  synchronized Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  /** Nobody tries any more when this returns. */
  @Override
  public void close() {
    time.shutdown();
    try {
      time.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
