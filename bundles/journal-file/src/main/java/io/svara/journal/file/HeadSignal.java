package io.svara.journal.file;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Wakes those who wait for the head to move on. */
final class HeadSignal {

  synchronized void raise() {
    notifyAll();
  }

  /** Returns when the condition holds or the time is over; it is looked at after each signal. */
  synchronized void await(BooleanSupplier condition, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
