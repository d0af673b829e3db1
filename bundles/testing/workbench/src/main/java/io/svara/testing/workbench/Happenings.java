package io.svara.testing.workbench;

import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Written;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
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
   * @param written what a customer wrote
   * @param acts what they can do with it
   */
  record Entry(String who, String text, Optional<Written> written, Set<Act> acts) {

    /** Something that nobody can do anything with. */
    static Entry said(String who, String text) {
      return new Entry(who, text, Optional.empty(), Set.of());
    }
  }

  /** What is to happen, and when it has. */
  private record Wish(Function<Platform, Entry> act, CompletableFuture<Void> done) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final LinkedBlockingDeque<Wish> wanted = new LinkedBlockingDeque<>();
  private int noted;

  /**
   * What is to happen; the fake may be unable to, which is then noted instead.
   *
   * @return done when it has taken effect
   */
  CompletableFuture<Void> want(Function<Platform, Entry> act) {
    Wish wish = new Wish(act, new CompletableFuture<>());
    wanted.add(wish);
    return wish.done();
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

  /** Returns when something is wanted, or after that time. */
  void awaitWish(Duration atMost) throws InterruptedException {
    Wish first = wanted.pollFirst(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      wanted.addFirst(first);
    }
  }

  /** Does what was wanted since. On the platform's thread. */
  void carryOut(Platform platform) {
    for (Wish wish = wanted.poll(); wish != null; wish = wanted.poll()) {
      note(outcome(wish, platform));
      wish.done().complete(null);
    }
  }

  private static Entry outcome(Wish wish, Platform platform) {
    try {
      return wish.act().apply(platform);
    } catch (UnsupportedOperationException unable) {
      return Entry.said("The fake platform", String.valueOf(unable.getMessage()));
    } catch (RuntimeException broken) {
      return Entry.said("The fake platform", "It failed: " + broken);
    }
  }
}
