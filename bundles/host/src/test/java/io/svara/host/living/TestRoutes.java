package io.svara.host.living;

import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Routes;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** Routes that a test moves. */
public final class TestRoutes implements Routes {
  private final Map<String, Version> named = new ConcurrentHashMap<>();
  private final boolean newest;

  /** To the newest version of each plugin, until it is said otherwise. */
  public TestRoutes() {
    this(true);
  }

  private TestRoutes(boolean newest) {
    this.newest = newest;
  }

  /** To these and nowhere else. */
  public static TestRoutes only(Edition... editions) {
    TestRoutes routes = new TestRoutes(false);
    Stream.of(editions).forEach(routes::move);
    return routes;
  }

  /** From now on the work of the plugin goes to this version. */
  public void move(Edition to) {
    named.put(to.plugin(), to.version());
  }

  @Override
  public Optional<Version> version(String plugin, Collection<Version> present) {
    Version version = named.get(plugin);
    return version == null && newest
        ? present.stream().max(Comparator.naturalOrder())
        : Optional.ofNullable(version).filter(present::contains);
  }
}
