package io.svara.engine.work;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each key its turn: never two at a time for one key, and one more whenever somebody asked
 * meanwhile.
 */
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final ConcurrentHashMap<String, Boolean> askedAgain = new ConcurrentHashMap<>();
  private final Executor executor;
  private final Consumer<String> turn;

  public Turns(Executor executor, Consumer<String> turn) {
    this.executor = executor;
    this.turn = turn;
  }

  /** Has the key's turn run soon; returns at once. */
  public void ask(String key) {
    boolean running =
        askedAgain.compute(key, (k, again) -> again == null ? Boolean.FALSE : Boolean.TRUE);
    if (!running) {
      start(key);
    }
  }

  private void start(String key) {
    try {
      executor.execute(() -> run(key));
    } catch (RejectedExecutionException e) {
      askedAgain.remove(key);
    }
  }

  private void run(String key) {
    try {
      turn.accept(key);
    } catch (RuntimeException e) {
      LOG.warn(
          "The turn of {} failed and is tried again when there is reason to: {}",
          key,
          e.toString(),
          e);
    }
    Boolean again =
        askedAgain.compute(key, (k, asked) -> Boolean.TRUE.equals(asked) ? Boolean.FALSE : null);
    if (again != null) {
      start(key);
    }
  }
}
