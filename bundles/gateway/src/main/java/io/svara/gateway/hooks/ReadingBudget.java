package io.svara.gateway.hooks;

/**
 * How many bytes of deliveries may lie in memory at a time, for all endpoints together: strangers
 * can post, and a body is only known to be genuine once it is whole. Safe for many threads.
 */
final class ReadingBudget {
  private final long most;
  private long taken;

  /**
   * @param most bytes
   */
  ReadingBudget(long most) {
    this.most = most;
  }

  /** A part of it for one delivery, empty at first. */
  Part part() {
    return new Part();
  }

  private synchronized boolean take(int bytes) {
    if (taken + bytes > most) {
      return false;
    }
    taken += bytes;
    return true;
  }

  private synchronized void give(long bytes) {
    taken -= bytes;
  }

  /** What one delivery takes of it. */
  final class Part {
    private long mine;
    private boolean over;

    private Part() {}

    /** Takes more; false when there is no more, or when the delivery is over. */
    synchronized boolean grow(int bytes) {
      if (over || !take(bytes)) {
        return false;
      }
      mine += bytes;
      return true;
    }

    /** The delivery is over: all of it is given back, and nothing more is taken. */
    synchronized void end() {
      over = true;
      give(mine);
      mine = 0;
    }
  }
}
