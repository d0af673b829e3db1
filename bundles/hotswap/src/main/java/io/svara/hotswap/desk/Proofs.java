package io.svara.hotswap.desk;

import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Remains.Look;
import io.svara.hotswap.state.Ledger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether uninstalled versions are gone from memory, and writes it down.
 */
final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final Ledger ledger;
  private final Duration patience;
  private final Duration ending;

  /**
   * @param patience after which what is still in memory is complained of
   * @param ending as {@code patience}, where threads of it live on: those keep it for certain, and
   *     no collection will change that
   */
  Proofs(Ledger ledger, Duration patience, Duration ending) {
    this.ledger = ledger;
    this.patience = patience;
    this.ending = ending;
  }

  /** Watches what is left after a swap. */
  void watch(String swap, Remains remains) {
    waiting.put(swap, new Waiting(remains, System.nanoTime(), false));
  }

  /** Looks at all of them, on the timer's thread. */
  void look() {
    try {
      waiting.forEach(this::look);
    } catch (JournalUnavailable later) {
      LOG.debug("A proof cannot be written down now: {}", later.getMessage());
    } catch (RuntimeException wrong) {
      LOG.error(
          "Looking for what swaps left behind failed; it goes on. Please report this.", wrong);
    }
  }

  private void look(String id, Waiting one) {
    Swap swap = ledger.get(id).orElseThrow();
    if (swap.state() == State.ROLLED_BACK || swap.state() == State.FAILED) {
      waiting.remove(id);
      return;
    }
    if (swap.state() != State.UNINSTALLED) {
      return;
    }
    Look look = one.remains().look();
    if (look.loaderGone()) {
      ledger.move(
          swap, State.PROVEN, swap.by(), "Its class loader was collected, no thread is left.");
      waiting.remove(id);
    } else if (!one.told() && one.isLate(look.threads().isEmpty() ? patience : ending)) {
      tell(swap, look);
      waiting.put(id, one.asTold());
    }
  }

  private void tell(Swap swap, Look look) {
    String old = swap.from().orElse("");
    String left =
        look.threads().isEmpty()
            ? old + " is still in memory; no thread of it is."
            : old + " is still in memory, held by its threads " + look.threads() + ".";
    ledger.move(swap, State.UNINSTALLED, swap.by(), left);
    LOG.warn("{} {} Restart Svara when memory grows, and tell its maker.", swap.plugin(), left);
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
