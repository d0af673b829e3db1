package io.svara.host.call;

import io.svara.engine.plugins.Connectors.Failed;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One call of a plugin that runs on a thread of its own. */
public final class Work<T> implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** How many times its time a call may last that is not given a processor. */
  private static final int PATIENCE = 5;

  private final Lane lane;
  private final String what;
  private final Callable<T> body;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Thread thread;
  private boolean given;
  private Outcome<T> outcome;

  Work(Lane lane, String what, Callable<T> body) {
    this.lane = lane;
    this.what = what;
    this.body = body;
  }

  void runOn(Thread own) {
    thread = own;
    own.start();
  }

  @Override
  public void run() {
    Outcome<T> result = new Broken<>("it did not end");
    try {
      result = new Value<>(body.call());
    } catch (Throwable thrown) {
      // Even an Error: a plugin that cannot be linked must not end a thread without a word. The
      // throwable itself is not kept, because its class may be the plugin's.
      result = new Broken<>(Failure.text(thrown));
    } finally {
      end(result);
    }
  }

  private synchronized void end(Outcome<T> result) {
    outcome = result;
    if (result instanceof Broken) {
      lane.failed();
    }
    if (given) {
      lane.endedAfterAll();
    } else {
      lane.ended(this);
    }
    ended.countDown();
  }

  /** Whether it ended within the time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Waits for the result.
   *
   * @throws Failed when the plugin threw, or did not end in time and was interrupted
   * @throws InterruptedException when the caller was interrupted; the call was then interrupted too
   */
  public T await(Duration deadline) throws Failed, InterruptedException {
    return await(deadline, Long.MAX_VALUE, false);
  }

  /**
   * As {@link #await(Duration)}, for a call that only calculates, and may not ask for more than so
   * much memory. Looked at from time to time, so a call may be over by what it asks for in between.
   *
   * <p>A call that runs and was not given a processor for so long has more time, because on a busy
   * machine that is no fault of its own: up to {@link #PATIENCE} times as much by the clock.
   */
  public T await(Duration deadline, long bytes) throws Failed, InterruptedException {
    return await(deadline, bytes, true);
  }

  private T await(Duration deadline, long bytes, boolean calculates)
      throws Failed, InterruptedException {
    long begin = System.nanoTime();
    try {
      while (!endsWithin(LOOK)) {
        Duration gone = Duration.ofNanos(System.nanoTime() - begin);
        boolean late = gone.compareTo(deadline) >= 0;
        boolean patient = calculates && gone.compareTo(deadline.multipliedBy(PATIENCE)) < 0;
        if (late && !(patient && starves(deadline))) {
          throw cut("did not end within " + seconds(deadline));
        }
        if (Allocated.by(thread) > bytes) {
          throw cut("asked for more than " + (bytes >> 20) + " MB of memory");
        }
      }
    } catch (InterruptedException stopping) {
      stop();
      throw stopping;
    }
    return result();
  }

  /**
   * As {@link #await(Duration)}, for a call whose lateness is an answer.
   *
   * @param late the answer of a call that did not end in time; it was then interrupted, and counted
   *     as failed
   */
  public T awaitOr(Duration deadline, Supplier<T> late) throws Failed, InterruptedException {
    try {
      if (endsWithin(deadline)) {
        return result();
      }
    } catch (InterruptedException stopping) {
      stop();
      throw stopping;
    }
    lane.failed();
    stop();
    return late.get();
  }

  private Failed cut(String why) {
    lane.failed();
    String rest = stop() ? "" : ", which did not help: its thread is given up";
    return failure(why + " and was interrupted" + rest);
  }

  /** Whether it would run and has not had the processor for so long. */
  private boolean starves(Duration time) {
    return thread.getState() == Thread.State.RUNNABLE
        && Allocated.processorTime(thread).compareTo(time) < 0;
  }

  /** The result of a call that has ended. */
  public synchronized T result() throws Failed {
    if (outcome instanceof Value<T> value) {
      return value.it();
    }
    throw failure("failed: " + ((Broken<T>) outcome).why());
  }

  /**
   * Interrupts the call and, when that does not end it, gives its thread up. Once more after half
   * of the time: what runs before a plugin's own code, such as the component runtime, may swallow
   * an interrupt that comes just then.
   *
   * @return whether it has ended
   */
  public boolean stop() {
    Duration half = lane.limits().grace().dividedBy(2);
    boolean interrupted = false;
    try {
      thread.interrupt();
      if (!endsWithin(half)) {
        thread.interrupt();
        endsWithin(half);
      }
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return giveUp();
  }

  private synchronized boolean giveUp() {
    if (outcome == null && !given) {
      given = true;
      lane.abandoned(this);
    }
    return outcome != null;
  }

  private Failed failure(String how) {
    return new Failed(lane.plugin() + ", in " + what + ", " + how + ".", null);
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private sealed interface Outcome<T> {}

  private record Value<T>(T it) implements Outcome<T> {}

  private record Broken<T>(String why) implements Outcome<T> {}
}
