package io.svara.testing.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One call of a connector on a thread of its own, as the host makes it. What the connector starts
 * belongs to the thread's group, and is seen when the call has ended.
 */
final class OneCall<T> {
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** What the host gives one delivery. */
  private static final Duration ONE_READ = Duration.ofSeconds(2);

  private static final int MOST_READS = 5;

  private final String what;
  private final FutureTask<T> task;
  private final ThreadGroup group;
  private final Thread thread;

  private OneCall(ThreadGroup group, String what, Callable<T> work) {
    this.what = what;
    this.task = new FutureTask<>(work);
    this.group = group;
    this.thread = new CallThread(group, task, what);
  }

  /**
   * Starts it.
   *
   * @param group of the case, in which nothing else runs but other calls
   */
  static <T> OneCall<T> of(ThreadGroup group, String what, Callable<T> work) {
    OneCall<T> call = new OneCall<>(group, what, work);
    call.thread.start();
    return call;
  }

  /**
   * How long so many deliveries may take in one call: as long as the host would give them, and
   * never so long that a connector which hangs is waited for all afternoon.
   */
  static Duration timeToRead(int deliveries) {
    return ONE_READ.multipliedBy(Math.max(1, Math.min(deliveries, MOST_READS)));
  }

  /**
   * Waits for its end.
   *
   * @throws AssertionError when it lasts too long, throws, or answers nothing
   */
  T result(Witness witness) {
    return result(witness, DEADLINE);
  }

  /** As above, with another time limit. */
  T result(Witness witness, Duration limit) {
    try {
      T answer = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      thread.join();
      if (answer == null) {
        throw new AssertionError(what + " answered null.");
      }
      witness.words.add(answer.toString());
      return answer;
    } catch (ExecutionException thrown) {
      witness.heard(thrown.getCause());
      throw new AssertionError(what + " threw " + thrown.getCause(), thrown.getCause());
    } catch (TimeoutException late) {
      thread.interrupt();
      throw new AssertionError(what + " did not end within " + limit.toSeconds() + " s.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was stopped during " + what + ".", stopped);
    } finally {
      witness.threads.addAll(left());
    }
  }

  /** Waits for its end, whatever that is; false when there is none in that time. */
  boolean ends(Witness witness, Duration time) {
    try {
      task.get(time.toMillis(), TimeUnit.MILLISECONDS);
      thread.join();
      return true;
    } catch (ExecutionException thrown) {
      witness.heard(thrown.getCause());
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      witness.threads.addAll(left());
    }
  }

  boolean isDone() {
    return task.isDone();
  }

  /** Interrupts it; it may go on for a while. */
  void interrupt() {
    thread.interrupt();
  }

  private List<String> left() {
    Thread[] some = new Thread[32];
    int count = group.enumerate(some);
    return Stream.of(some)
        .limit(count)
        .filter(one -> !(one instanceof CallThread))
        .map(Thread::getName)
        .toList();
  }

  /** Tells a call's own thread from those that a connector starts. */
  private static final class CallThread extends Thread {
    private CallThread(ThreadGroup group, Runnable work, String what) {
      super(group, work, "conformance-" + what);
      setDaemon(true);
    }
  }
}
