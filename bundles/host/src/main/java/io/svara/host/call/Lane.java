package io.svara.host.call;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of one plugin in one version: so many calls at once and no more, so that a plugin
 * that hangs or floods cannot starve the others.
 *
 * <p>Every call gets a thread of its own, which ends with the call. A thread that lives on would
 * keep what a plugin leaves in its thread locals, and with it the plugin's class loader.
 */
public final class Lane {
  private final String plugin;
  private final String threads;
  private final LaneLimits limits;
  private final Semaphore places;
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong calls = new AtomicLong();

  /**
   * @param plugin as messages name it: {@code facebook 1.0.0}
   * @param thread the word that its threads' names carry: {@code facebook}
   */
  public Lane(String plugin, String thread, LaneLimits limits) {
    this.plugin = plugin;
    this.threads = "svara-host-" + thread + "-";
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce());
  }

  /**
   * Starts a call.
   *
   * @param what the call's name, for messages: {@code parse}
   * @throws Busy when it was not started: all places are taken, or too many earlier calls hang
   */
  public <T> Work<T> start(String what, Callable<T> body) throws Busy {
    int stuck = hanging.get();
    if (stuck >= limits.hanging()) {
      throw new Busy(
          plugin
              + " gets no more calls: "
              + stuck
              + " of its calls hang and cannot be ended; replace this version.");
    }
    if (!places.tryAcquire()) {
      throw new Busy(
          plugin + " is busy: " + limits.atOnce() + " of its calls run now; " + what + " waits.");
    }
    Work<T> work = new Work<>(this, what, body);
    // Not inheriting thread locals: those of the caller are none of the plugin's business.
    Thread thread = new Thread(null, work, threads + calls.incrementAndGet(), 0, false);
    thread.setDaemon(true);
    work.runOn(thread);
    return work;
  }

  /** What is wrong with this plugin now, in words. */
  public Optional<String> trouble() {
    if (hanging.get() == 0 && failures.get() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        failures.get() + " failed calls since it started, " + hanging.get() + " calls hang now");
  }

  /** How many calls were given up and run on. */
  public int hanging() {
    return hanging.get();
  }

  String plugin() {
    return plugin;
  }

  LaneLimits limits() {
    return limits;
  }

  void failed() {
    failures.incrementAndGet();
  }

  void ended() {
    places.release();
  }

  /** The call's place goes to the next one; its thread is counted until it ends after all. */
  void abandoned() {
    hanging.incrementAndGet();
    places.release();
  }

  void endedAfterAll() {
    hanging.decrementAndGet();
  }
}
