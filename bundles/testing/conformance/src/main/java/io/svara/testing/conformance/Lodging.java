package io.svara.testing.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.api.channel.Channel;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A plugin's stay in the framework, from its installation to its last trace. */
final class Lodging {
  private static final int COLLECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long MILLISECONDS = 20;

  private Lodging() {}

  /** Installs it, has it read and answer, removes it, and keeps no more than a weak reference. */
  static WeakReference<ClassLoader> callAndRemove(Trial trial, List<Raw> raws) {
    Sandbox sandbox = Sandbox.shared();
    Bundle bundle = sandbox.install(trial.plugin(), "1.0.0");
    try {
      assumeTrue(
          sandbox.use(bundle, channel -> live(trial, channel, raws)).isPresent(),
          "the plugin registers no channel, see the case about that");
      return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    } finally {
      sandbox.remove(bundle);
    }
  }

  private static boolean live(Trial trial, Channel channel, List<Raw> raws) {
    raws.forEach(raw -> trial.parse(channel, raw));
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(channel, trial.reply(question, "Klockan tio."));
    return true;
  }

  /** Waits for the collector's word: for two seconds, and longer where it is slow. */
  static boolean isCollected(WeakReference<ClassLoader> loader) {
    ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
    WeakReference<ClassLoader> told = new WeakReference<>(loader.get(), queue);
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (int i = 0; told.get() != null && (i < COLLECTIONS || System.nanoTime() < end); i++) {
        System.gc();
        queue.remove(MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return told.get() == null;
  }
}
