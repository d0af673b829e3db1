package io.svara.hotswap.desk;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Unfit;
import io.svara.hotswap.state.Ledger;
import io.svara.hotswap.state.Moves;
import io.svara.hotswap.step.Done;
import io.svara.hotswap.step.Step;
import io.svara.hotswap.step.Steps;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a swap from step to step until it rests. On a thread of its own that ends with it, because
 * code of plugins runs on it.
 */
final class Run implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Bays bays;
  private final Steps steps;
  private final AtomicReference<Wish> wish = new AtomicReference<>();
  private Swap swap;

  Run(Ledger ledger, Bays bays, Steps steps, Swap swap) {
    this.ledger = ledger;
    this.bays = bays;
    this.steps = steps;
    this.swap = swap;
  }

  /** Has it taken back before its next step, if it is not too late then. Any thread. */
  void turnBack(Actor actor, String why) {
    wish.compareAndSet(null, new Wish(actor.user(), why));
  }

  @Override
  public void run() {
    try {
      Optional<Step> step = steps.from(swap.state());
      while (step.isPresent()) {
        take(step.get());
        step = steps.from(swap.state());
      }
      LOG.info("Swap {} of {}: {}.", swap.id(), swap.plugin(), swap.state());
      if (wish.get() != null && Moves.succeeded(swap.state())) {
        LOG.warn(
            "Swap {} of {} was asked to go back too late; ask again.", swap.id(), swap.plugin());
      }
    } catch (InterruptedException stopping) {
      // It goes on from what is in the journal when Svara starts again.
      Thread.currentThread().interrupt();
    }
  }

  private void take(Step step) throws InterruptedException {
    try {
      Wish wished = wish.get();
      if (wished != null && turns()) {
        swap = ledger.move(swap, State.ROLLING_BACK, wished.by(), wished.why());
        return;
      }
      step.take(swap, () -> wish.get() != null && turns()).ifPresent(this::write);
    } catch (JournalUnavailable unwritten) {
      LOG.warn(
          "Swap {} of {} waits in {}: {}",
          swap.id(),
          swap.plugin(),
          swap.state(),
          unwritten.getMessage());
      Thread.sleep(PAUSE.toMillis());
    } catch (Unfit why) {
      fail(why.getMessage());
    } catch (RuntimeException | LinkageError wrong) {
      LOG.error("Swap {} failed in a way that nobody foresaw.", swap.id(), wrong);
      fail(
          "Failed in a way that nobody foresaw (" + wrong.getClass().getName() + "); see the log.");
    }
  }

  private void write(Done done) {
    if (done.route().isEmpty()) {
      swap = ledger.move(swap, done.state(), swap.by(), done.said());
    } else {
      swap = ledger.route(swap, done.state(), done.route().get().version(), swap.by(), done.said());
      bays.rerouted();
    }
  }

  private void fail(String why) throws InterruptedException {
    LOG.warn("Swap {} of {} failed in {}: {}", swap.id(), swap.plugin(), swap.state(), why);
    Wish wished = wish.get();
    try {
      if (wished != null && turns()) {
        swap = ledger.move(swap, State.ROLLING_BACK, wished.by(), wished.why() + " " + why);
      } else {
        State next = Moves.legal(swap.state(), State.FAILED) ? State.FAILED : State.ROLLING_BACK;
        swap = ledger.move(swap, next, swap.by(), why);
      }
    } catch (JournalUnavailable unwritten) {
      // The step is taken again, and fails again, until this can be written down.
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean turns() {
    return swap.state() != State.ROLLING_BACK && Moves.legal(swap.state(), State.ROLLING_BACK);
  }

  private record Wish(String by, String why) {}
}
