package io.svara.engine.plugins;

import java.time.Duration;
import java.util.List;

/**
 * Where versions of plugins run, side by side. The kind of the plugin makes no difference. What
 * runs where is not decided here but by the {@link Routes}. Any thread may call; a plugin's own
 * code never runs on the calling thread, and has some 20 s to start or stop.
 */
public interface Bays {

  /**
   * Makes what is installed agree with the kept jars and the routes: starts the routed version of
   * each plugin, removes every other. For the start of Svara, before anything else is asked of the
   * bays. A plugin that cannot be started, or blocks, is logged and shown, and stops no other.
   */
  void startRouted();

  /**
   * Installs and starts a kept version beside whatever runs; it gets no work until a route leads to
   * it. Returns when what it brings has been introduced; at once when it runs already.
   *
   * @throws Unfit when it is not kept, does not start, brings nothing that Svara knows, or does not
   *     introduce itself in time; then nothing of it is left running, unless its start blocks and
   *     cannot be interrupted: what is left then goes as soon as that ends
   */
  void begin(Edition edition) throws Unfit, InterruptedException;

  /** Tells those who wait for plugins, or listen by them, that routes have moved. */
  void rerouted();

  /**
   * Waits until no call of this version is under way; when that comes true it takes no more until
   * {@link #begin}. A call that was given up does not count: it shows in {@link Traffic#hanging}.
   *
   * @return whether that came true within the time
   */
  boolean awaitIdle(Edition edition, Duration limit) throws InterruptedException;

  /**
   * Interrupts what is under way in this version, streams too; each caller decides what follows.
   */
  void endCalls(Edition edition);

  /** What went through this version since it was started; all zero when it does not run. */
  Traffic traffic(Edition edition);

  /** The versions that are installed, running or not. */
  List<Edition> installed();

  /**
   * Stops and uninstalls this version and has the framework let go of exactly its bundle. Nothing
   * happens when it is not installed.
   *
   * @return what can be asked afterwards about whether it is gone for good
   * @throws Unfit when the framework could not uninstall it; where that is because code of the
   *     plugin blocks, it is uninstalled as soon as that ends
   */
  Remains remove(Edition edition) throws Unfit, InterruptedException;

  /**
   * Calls of one version.
   *
   * @param calls that were begun
   * @param failures of them
   * @param underWay now
   * @param hanging were given up, and run on
   */
  record Traffic(long calls, long failures, long underWay, long hanging) {
    /** Of what does not run. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);

    /** Both together. */
    public Traffic plus(Traffic other) {
      return new Traffic(
          calls + other.calls,
          failures + other.failures,
          underWay + other.underWay,
          hanging + other.hanging);
    }
  }
}
