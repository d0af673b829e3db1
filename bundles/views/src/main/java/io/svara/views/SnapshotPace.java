package io.svara.views;

import java.time.Duration;

/**
 * How often a snapshot is worth its copying. The longer the journal, the rarer: each copies
 * everything, so at a steady pace the copying would grow with the square of the journal.
 *
 * @param entries a snapshot after so many, and at least half as many as are in the last one
 * @param interval a snapshot after so long, when at least a part of the last one came anew
 */
record SnapshotPace(long entries, Duration interval) {
  /** With a twentieth more each time, all copies together are some 21 times the last one. */
  private static final long SHARE = 20;

  boolean due(long snapshot, long position, Duration since) {
    long folded = position - snapshot;
    return folded >= Math.max(entries, snapshot / 2)
        || (folded > snapshot / SHARE && since.compareTo(interval) >= 0);
  }
}
