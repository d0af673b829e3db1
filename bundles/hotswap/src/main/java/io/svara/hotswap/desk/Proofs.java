package io.svara.hotswap.desk;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Remains.Look;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.hotswap.state.Ledger;
import io.svara.hotswap.state.Moves;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether uninstalled versions are gone from memory, and writes it down.
 */
final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final Ledger ledger;
  private final Supplier<Duration> patience;
  private final Duration ending;

  /**
   * @param patience after which what is still in memory is complained of
   * @param ending as {@code patience}, where threads of it live on: those keep it for certain, and
   *     no collection will change that
   */
  Proofs(Ledger ledger, Supplier<Duration> patience, Duration ending) {
    this.ledger = ledger;
    this.patience = patience;
    this.ending = ending;
  }

  /**
   * Watches what is left after a swap. A step that is taken again finds nothing to remove any more,
   * which proves nothing: what was watched first counts.
   */
  void watch(String swap, Remains remains) {
    waiting.putIfAbsent(swap, new Waiting(remains, System.nanoTime(), false));
  }

  /** Looks at all of them, on the timer's thread. */
  void look() {
    waiting.forEach(
        (id, one) -> {
          try {
            look(id, one);
          } catch (JournalUnavailable later) {
            LOG.debug("A proof cannot be written down now: {}", later.getMessage());
          } catch (RuntimeException wrong) {
            LOG.error("Swap {} cannot be proven; please report this.", id, wrong);
            waiting.remove(id);
          }
        });
  }

  private void look(String id, Waiting one) {
    Swap swap = ledger.get(id).orElseThrow();
    boolean succeeded = swap.state() == State.UNINSTALLED;
    if (!succeeded && !Moves.ended(swap.state())) {
      return;
    }
    Look look = one.remains().look();
    if (look.loaderGone()) {
      if (succeeded) {
        ledger.move(swap, State.PROVEN, swap.by(), List.of(one.remains().proof()));
      }
      waiting.remove(id);
    } else if (!one.told() && one.isLate(look.threads().isEmpty() ? patience.get() : ending)) {
      tell(swap, look);
      waiting.put(id, one.asTold());
    }
  }

  /** In the log, and where the swap waits for its proof with the swap. */
  private void tell(Swap swap, Look look) {
    boolean waits = swap.state() == State.UNINSTALLED;
    boolean wentBack = swap.steps().stream().anyMatch(step -> step.state() == State.ROLLING_BACK);
    String old = (wentBack ? swap.to() : swap.from()).orElse("");
    Said left =
        look.threads().isEmpty()
            ? new Said(Saying.STILL_IN_MEMORY, Map.of("version", old))
            : new Said(
                Saying.HELD_BY_THREADS,
                Map.of("version", old, "threads", ThreadNames.shown(look.threads())));
    if (waits) {
      ledger.move(swap, State.UNINSTALLED, swap.by(), List.of(left));
    }
    LOG.warn(
        "Swap {} of {}: {} Restart Svara when memory grows, and tell its maker.",
        swap.id(),
        swap.plugin(),
        left.words());
  }

  private record Waiting(Remains remains, long since, boolean told) {
    boolean isLate(Duration limit) {
      return System.nanoTime() - since > limit.toNanos();
    }

    Waiting asTold() {
      return new Waiting(remains, since, true);
    }
  }
}
