package io.svara.views;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Those who wait for a position to become visible. */
final class Arrivals {
  /** Before any entry, and before there is anything to read. */
  static final long NOWHERE = -1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position = NOWHERE;

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
