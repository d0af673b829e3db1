package io.svara.hotswap.desk;

/** Ends the "process" at the n-th thing that happens; at none when n is 0. */
final class Fuse {
  private final int at;
  private int happened;

  Fuse(int at) {
    this.at = at;
  }

  static Fuse none() {
    return new Fuse(0);
  }

  synchronized void burn() {
    happened++;
    if (happened == at) {
      throw new Crash();
    }
  }

  /** Whether the end has come. */
  synchronized boolean blown() {
    return at > 0 && happened >= at;
  }

  /** What nobody can catch and go on. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }
}
