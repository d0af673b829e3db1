package io.svara.host.bay;

import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Saying;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Watches the class loader of a bundle that is about to go. */
record Unloaded(WeakReference<ClassLoader> loader) implements Remains {

  /** Before it is uninstalled: afterwards nobody knows its loader. */
  static Remains of(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
    return loader == null
        ? Remains.none(Saying.NEVER_LOADED)
        : new Unloaded(new WeakReference<>(loader));
  }

  @Override
  public Look look() {
    ClassLoader left = loader.get();
    // A live thread keeps its context loader and its class: without the loader there is none.
    return left == null ? new Look(true, List.of()) : new Look(false, threads(left));
  }

  private static List<String> threads(ClassLoader left) {
    return live().filter(thread -> belongs(thread, left)).map(Thread::getName).sorted().toList();
  }

  private static boolean belongs(Thread thread, ClassLoader left) {
    return thread.getContextClassLoader() == left
        || thread.getClass().getClassLoader() == left
        || thread.getThreadGroup() != null
            && thread.getThreadGroup().getClass().getClassLoader() == left;
  }

  /** By group, because asking for all stacks would stop every thread. */
  private static Stream<Thread> live() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] all = new Thread[root.activeCount() * 2 + 16];
    root.enumerate(all);
    return Stream.of(all).filter(Objects::nonNull);
  }
}
