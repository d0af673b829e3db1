package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.api.channel.Channel;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** The plugin as it is shipped, in a real framework. */
public interface PluginCases {

  @Test
  default void thePluginStartsAndRegistersItsChannel(Trial trial) {
    Sandbox sandbox = Sandbox.shared();
    Bundle bundle = sandbox.install(trial.plugin(), "1.0.0");
    try {
      assertThat(sandbox.use(bundle, PluginCases::name)).contains(name(trial.fresh()));
    } finally {
      sandbox.remove(bundle);
    }
  }

  /** What a plugin imports of others holds it to their versions; libraries it brings itself. */
  @Test
  default void thePluginImportsTheApiAlone(Trial trial) {
    assertThat(Imports.of(trial.plugin()))
        .allMatch(Imports::areGranted, "is the api's or the Java platform's");
  }

  @Test
  default void aRemovedPluginLeavesNoClassLoader(Trial trial) {
    List<Raw> raws = Specimens.of(trial);
    WeakReference<ClassLoader> loader = Lodging.callAndRemove(trial, raws);
    assertThat(Lodging.isCollected(loader)).as("whether its class loader is gone").isTrue();
  }

  /** So are versions exchanged: the new one beside the old one, which then leaves. */
  @Test
  default void twoVersionsWorkBesideEachOther(Trial trial) {
    Sandbox sandbox = Sandbox.shared();
    Bundle old = sandbox.install(trial.plugin(), "1.0.0");
    try {
      Bundle next = sandbox.install(trial.plugin(), "1.0.1");
      try {
        // Within each other, because a component may end when nobody uses it.
        Optional<Optional<String>> beside =
            sandbox.use(old, one -> sandbox.use(next, PluginCases::name));
        assumeTrue(beside.isPresent(), "the plugin registers no channel, see the case about that");
        assertThat(beside.get()).contains(name(trial.fresh()));
      } finally {
        sandbox.remove(next);
      }
    } finally {
      sandbox.remove(old);
    }
  }

  private static String name(Channel channel) {
    return channel.descriptor().channel();
  }
}
