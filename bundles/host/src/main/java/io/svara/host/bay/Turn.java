package io.svara.host.bay;

import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Something that is being done with a plugin's bundle.
 *
 * @param what is done: {@code start}
 * @param end by when, in the time of {@link System#nanoTime}
 * @param on its thread, once that runs
 */
record Turn<T>(
    Edition edition,
    String what,
    Duration patience,
    long end,
    AtomicReference<Thread> on,
    Work<T> work) {

  static <T> Turn<T> begin(
      Edition edition, Lane lane, String what, Callable<T> body, Duration patience) throws Busy {
    AtomicReference<Thread> on = new AtomicReference<>();
    Work<T> work =
        lane.start(
            what,
            () -> {
              on.set(Thread.currentThread());
              return body.call();
            });
    return new Turn<>(edition, what, patience, System.nanoTime() + patience.toNanos(), on, work);
  }

  /**
   * Waits for its end.
   *
   * @throws Unfit when it failed, or was interrupted because its time was up
   */
  T await() throws Unfit, InterruptedException {
    try {
      if (!work.endsWithin(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        String where = where();
        throw new Unfit(overdue(where, work.stop()));
      }
    } catch (InterruptedException stopping) {
      work.stop();
      throw stopping;
    }
    try {
      return work.result();
    } catch (Failed failed) {
      throw new Unfit(failed.getMessage(), failed);
    }
  }

  private String overdue(String where, boolean ended) {
    return edition
        + " did not "
        + what
        + " within "
        + patience.toSeconds()
        + " s: code of its own that runs then, such as a component's activate or deactivate,"
        + " blocks"
        + where
        + ". It was interrupted"
        + (ended
            ? ". Mend it and install it as another version."
            : ", which did not help; its thread is given up, and it stays until that ends or Svara"
                + " restarts. Install another version.");
  }

  /** The plugin's own place, below what it called of the platform's. */
  private String where() {
    return Optional.ofNullable(on.get()).stream()
        .flatMap(thread -> Stream.of(thread.getStackTrace()))
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .filter(frame -> !frame.getClassName().startsWith("jdk."))
        .findFirst()
        .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName())
        .orElse("");
  }
}
