package io.svara.testing.workbench;

import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Written;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * What happened on the fake platform, for whoever looks on, and what they want to happen: done by
 * the one thread that the platform has. Thread-safe.
 */
final class Happenings {
  private static final int SHOWN = 50;

  /**
   * Something that stands there, or was done.
   *
   * @param written what a customer wrote, which they can write to, change and take back
   */
  record Entry(String who, String text, Optional<Written> written) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Queue<Function<Platform, Entry>> wanted = new ConcurrentLinkedQueue<>();
  private int noted;

  /** What is to happen; the fake may be unable to, which is then noted instead. */
  void want(Function<Platform, Entry> act) {
    wanted.add(act);
  }

  synchronized void note(Entry entry) {
    noted++;
    entries.addFirst(entry);
    if (entries.size() > SHOWN) {
      entries.removeLast();
    }
  }

  /** Newest first. */
  synchronized List<Entry> entries() {
    return new ArrayList<>(entries);
  }

  /** The number of the newest entry, from 1. */
  synchronized int last() {
    return noted;
  }

  /** By its number; empty when it is no longer shown. */
  synchronized Optional<Entry> entry(int number) {
    return new ArrayList<>(entries).stream().skip(Math.max(0, noted - number)).findFirst();
  }

  /** Does what was wanted since. On the platform's thread. */
  void carryOut(Platform platform) {
    for (Function<Platform, Entry> act = wanted.poll(); act != null; act = wanted.poll()) {
      try {
        note(act.apply(platform));
      } catch (UnsupportedOperationException unable) {
        note(new Entry("The fake platform", String.valueOf(unable.getMessage()), Optional.empty()));
      }
    }
  }
}
