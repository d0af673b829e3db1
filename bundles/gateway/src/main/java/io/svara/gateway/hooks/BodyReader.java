package io.svara.gateway.hooks;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a body without a waiting thread, and stops as soon as it is too large or no memory is left
 * for it. Its buffer is charged to the budget before it grows.
 */
final class BodyReader implements ReadListener {
  /** What a reader has at first; the caller has charged it. */
  static final int FIRST = 2048;

  private static final byte[] NOTHING = {};

  private final ServletInputStream in;
  private final int max;
  private final ReadingBudget.Part budget;
  private final Outcome outcome;
  private byte[] body = new byte[FIRST];
  private int size;
  private boolean ended;

  /** What may come of reading; one of these is called, once. */
  record Outcome(
      Consumer<byte[]> whole, Runnable tooLarge, Runnable noRoom, Consumer<Throwable> broken) {}

  BodyReader(ServletInputStream in, int max, ReadingBudget.Part budget, Outcome outcome) {
    this.in = in;
    this.max = max;
    this.budget = budget;
    this.outcome = outcome;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!ended && in.isReady()) {
      if (size == body.length && !grow()) {
        end(outcome.noRoom());
        return;
      }
      int read = in.read(body, size, body.length - size);
      if (read < 0) {
        return;
      }
      size += read;
      if (size > max) {
        end(outcome.tooLarge());
      }
    }
  }

  private boolean grow() {
    // One byte more than allowed, by which a body that is too large shows itself.
    int wanted = (int) Math.min(2L * body.length, max + 1L);
    if (!budget.grow(wanted - body.length)) {
      return false;
    }
    body = Arrays.copyOf(body, wanted);
    return true;
  }

  @Override
  public void onAllDataRead() {
    if (!ended) {
      byte[] whole = Arrays.copyOf(body, size);
      body = NOTHING;
      end(() -> outcome.whole().accept(whole));
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!ended) {
      end(() -> outcome.broken().accept(failure));
    }
  }

  private void end(Runnable how) {
    ended = true;
    how.run();
  }
}
