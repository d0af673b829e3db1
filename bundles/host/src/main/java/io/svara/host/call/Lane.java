package io.svara.host.call;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  private final Set<Work<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

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
   * @throws Busy when it was not started: all places are taken, too many earlier calls hang, or the
   *     version is being replaced
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
    if (closed) {
      places.release();
      throw new Busy(plugin + " is being replaced; " + what + " goes to whatever takes its place.");
    }
    Work<T> work = new Work<>(this, what, body);
    // Not inheriting thread locals: those of the caller are none of the plugin's business.
    Thread thread = new Thread(null, work, threads + calls.incrementAndGet(), 0, false);
    thread.setDaemon(true);
    work.runOn(thread);
    running.add(work);
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

  /** How many calls were begun. */
  public long calls() {
    return calls.get();
  }

  /** How many of them failed. */
  public int failures() {
    return failures.get();
  }

  /** How many run now; those that were given up do not count. */
  public int underWay() {
    return limits.atOnce() - places.availablePermits();
  }

  /**
   * Waits until no call is under way, and takes none from then on: who looked the version up before
   * the route was moved, and was held up since, must not find it half stopped.
   *
   * @return whether that came true within the time
   */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    boolean idle = places.tryAcquire(limits.atOnce(), limit.toNanos(), TimeUnit.NANOSECONDS);
    if (idle) {
      closed = true;
      places.release(limits.atOnce());
    }
    return idle;
  }

  /** Takes calls again. */
  public void open() {
    closed = false;
  }

  /** Whether it was found idle and takes no more calls. */
  public boolean isClosed() {
    return closed;
  }

  /** Interrupts every call under way, and gives up those that this does not end. */
  public void endCalls() {
    running.forEach(Work::stop);
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

  void ended(Work<?> work) {
    running.remove(work);
    places.release();
  }

  /** The call's place goes to the next one; its thread is counted until it ends after all. */
  void abandoned(Work<?> work) {
    running.remove(work);
    hanging.incrementAndGet();
    places.release();
  }

  void endedAfterAll() {
    hanging.decrementAndGet();
  }
}
