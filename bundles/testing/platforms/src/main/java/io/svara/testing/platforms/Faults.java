package io.svara.testing.platforms;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that wait for API calls. Each call meets at most one: the first that was armed and
 * concerns it. Thread-safe.
 */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  /** Lets the next {@code times} API calls meet {@code fault}. */
  public void arm(Fault fault, int times) {
    arm(fault, times, call -> true);
  }

  /**
   * Lets the next {@code times} API calls that {@code concerns} accepts meet {@code fault}.
   *
   * @throws IllegalArgumentException when {@code times} is less than one
   */
  public synchronized void arm(Fault fault, int times, Predicate<Call> concerns) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "A fault for " + times + " calls would never show: give 1 or more.");
    }
    armed.add(new Armed(fault, concerns, times));
  }

  /** Takes all faults away. */
  public synchronized void clear() {
    armed.clear();
  }

  /** How many calls will still go wrong. */
  public synchronized int waiting() {
    return armed.stream().mapToInt(one -> one.left).sum();
  }

  synchronized Optional<Fault> take(Call call) {
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      Armed one = each.next();
      if (one.concerns.test(call)) {
        one.left--;
        if (one.left == 0) {
          each.remove();
        }
        return Optional.of(one.fault);
      }
    }
    return Optional.empty();
  }

  private static final class Armed {
    private final Fault fault;
    private final Predicate<Call> concerns;
    private int left;

    private Armed(Fault fault, Predicate<Call> concerns, int left) {
      this.fault = fault;
      this.concerns = concerns;
      this.left = left;
    }
  }
}
