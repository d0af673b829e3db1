package io.svara.hotswap.desk;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Routes;
import io.svara.engine.plugins.Saying;
import io.svara.engine.plugins.Unfit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A framework of names. What is installed is gone with the process; the kept jars stay.
 *
 * @see Fuse which burns before and after every effect
 */
final class FakeBays implements Bays, Jars {
  private final Set<Edition> kept;
  private final Fuse fuse;
  private final Set<Edition> installed = ConcurrentHashMap.newKeySet();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final List<Edition> ended = new ArrayList<>();
  private volatile Edition busy;
  private volatile Runnable whileDraining = () -> {};
  private volatile Runnable whileRemoving = () -> {};
  private volatile boolean loaderGone = true;
  private volatile List<String> threads = List.of();

  FakeBays(Set<Edition> kept, Fuse fuse) {
    this.kept = kept;
    this.fuse = fuse;
  }

  /** From now on this fails: {@code begin 2.0.0}. */
  FakeBays failing(String what) {
    failing.add(what);
    return this;
  }

  /** A call of this version never ends by itself. */
  void busy(Edition edition) {
    busy = edition;
  }

  void whileDraining(Runnable what) {
    whileDraining = what;
  }

  void whileRemoving(Runnable what) {
    whileRemoving = what;
  }

  void loaderStays() {
    loaderStays(List.of("left"));
  }

  /** Held by threads of these names. */
  void loaderStays(List<String> names) {
    threads = names;
    loaderGone = false;
  }

  void loaderGoes() {
    loaderGone = true;
  }

  List<Edition> ended() {
    return List.copyOf(ended);
  }

  void startAsRouted(Routes routes) {
    for (String plugin : new TreeSet<>(kept.stream().map(Edition::plugin).toList())) {
      routes
          .version(
              plugin,
              kept.stream().filter(e -> e.plugin().equals(plugin)).map(Edition::version).toList())
          .ifPresent(version -> installed.add(new Edition(plugin, version)));
    }
  }

  @Override
  public void startRouted() {
    throw new UnsupportedOperationException("Tests say by which routes.");
  }

  @Override
  public void begin(Edition edition) throws Unfit {
    act("begin", edition);
    if (!kept.contains(edition)) {
      throw new Unfit(edition + " is not kept.");
    }
    installed.add(edition);
    fuse.burn();
  }

  @Override
  public void rerouted() {
    fuse.burn();
  }

  @Override
  public boolean awaitIdle(Edition edition, Duration limit) {
    fuse.burn();
    whileDraining.run();
    return !edition.equals(busy);
  }

  @Override
  public void endCalls(Edition edition) {
    ended.add(edition);
    busy = null;
  }

  @Override
  public Traffic traffic(Edition edition) {
    return edition.equals(busy) ? new Traffic(1, 0, 1, 0) : Traffic.NONE;
  }

  @Override
  public List<Edition> installed() {
    return List.copyOf(installed);
  }

  @Override
  public Remains remove(Edition edition) throws Unfit {
    whileRemoving.run();
    act("remove", edition);
    if (!installed.remove(edition)) {
      return Remains.none(Saying.NOT_INSTALLED);
    }
    fuse.burn();
    return () -> new Remains.Look(loaderGone, loaderGone ? List.of() : threads);
  }

  private void act(String what, Edition edition) throws Unfit {
    fuse.burn();
    if (failing.contains(what + " " + edition.version())) {
      throw new Unfit(what + " of " + edition + " fails as the test wants.");
    }
  }

  @Override
  public Candidate examine(byte[] jar) throws Unfit {
    String[] words = new String(jar, java.nio.charset.StandardCharsets.UTF_8).split(" ");
    if (words.length != 2) {
      throw new Unfit("This is no plugin.");
    }
    return new Candidate(Edition.of(words[0], words[1]), "digest", jar);
  }

  @Override
  public void keep(Candidate candidate) {
    kept.add(candidate.edition());
  }

  @Override
  public List<Edition> kept() {
    return List.copyOf(kept);
  }

  @Override
  public Optional<Enclosed> enclosed(Edition edition) {
    return Optional.empty();
  }

  @Override
  public void bringBack(Edition edition) {
    kept.add(edition);
  }

  @Override
  public void retire(String plugin) {
    fuse.burn();
    kept.removeIf(edition -> edition.plugin().equals(plugin));
    fuse.burn();
  }
}
