package io.svara.hotswap.state;

import io.svara.engine.desk.Swaps.Swap;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The swaps in memory: those that have not ended, and the last that have, because the views trail a
 * little. Of older ones the views tell. Thread-safe.
 */
final class SwapBook {
  private static final int REMEMBERED = 200;
  private static final int SEARCHED = 2_000;

  private final Rows rows;
  private final Map<String, Swap> recent = new LinkedHashMap<>();

  SwapBook(Rows rows) {
    this.rows = rows;
  }

  /** What became of a swap; returns it. */
  synchronized Swap write(Swap swap) {
    recent.put(swap.id(), swap);
    recent.values().stream()
        .filter(some -> Moves.ended(some.state()))
        .limit(Math.max(0, recent.size() - REMEMBERED))
        .map(Swap::id)
        .toList()
        .forEach(recent::remove);
    notifyAll();
    return swap;
  }

  synchronized Optional<Swap> underWay(String plugin) {
    return recent.values().stream()
        .filter(swap -> swap.plugin().equals(plugin) && !Moves.resting(swap.state()))
        .findFirst();
  }

  synchronized Optional<Swap> get(String id) {
    return Optional.ofNullable(recent.get(id)).or(() -> rows.get(id));
  }

  /** Newest first. */
  List<Swap> newest(int limit) {
    return newest(swap -> true, limit, limit);
  }

  /** Those among the newest that are wanted, newest first. */
  List<Swap> newest(Predicate<Swap> wanted, int limit) {
    return newest(wanted, limit, SEARCHED);
  }

  private synchronized List<Swap> newest(Predicate<Swap> wanted, int limit, int searched) {
    Map<String, Swap> found = new TreeMap<>(Comparator.reverseOrder());
    rows.newest(searched).forEach(swap -> found.put(Rows.key(swap.id()), swap));
    recent.values().forEach(swap -> found.put(Rows.key(swap.id()), swap));
    return found.values().stream().filter(wanted).limit(limit).toList();
  }

  synchronized Optional<Swap> await(String id, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Optional<Swap> swap = get(id);
    while (swap.isPresent() && !Moves.resting(swap.get().state())) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return swap;
      }
      wait(left);
      swap = get(id);
    }
    return swap;
  }
}
