package io.svara.views;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Those who wait for a position to become visible. */
final class Arrivals {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position;

  long position() {
    return position;
  }

  void reached(long now) {
    lock.lock();
    try {
      position = now;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean await(long target, Duration wait) throws InterruptedException {
    if (position >= target) {
      return true;
    }
    long left = wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (position < target && left > 0) {
        left = moved.awaitNanos(left);
      }
      return position >= target;
    } finally {
      lock.unlock();
    }
  }
}
