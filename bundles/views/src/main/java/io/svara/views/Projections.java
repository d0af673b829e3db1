package io.svara.views;

import io.svara.engine.views.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The projections that are there now. They come and go as bundles do; a projection that is late at
 * a start, or away while its bundle is updated, must not lead to a rebuild without it.
 */
final class Projections {
  private final Set<String> required;
  private final Duration patience;
  private final List<Projection> present = new ArrayList<>();
  private long version;
  private long changedAt = System.nanoTime();

  /**
   * @param required those without which there is no folding, however long it takes
   * @param patience how long others are waited for that folded before
   */
  Projections(Set<String> required, Duration patience) {
    this.required = required;
    this.patience = patience;
  }

  synchronized void add(Projection projection) {
    String name = projection.name();
    if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A projection of "
              + projection.getClass().getName()
              + " has no usable name; give it one of letters and digits.");
    }
    present.add(projection);
    changed();
  }

  synchronized void remove(Projection projection) {
    present.removeIf(p -> p == projection);
    changed();
  }

  private void changed() {
    version++;
    changedAt = System.nanoTime();
    notifyAll();
  }

  /**
   * The projections to fold with; empty while some that are needed are away.
   *
   * @param expected the names of those that folded what there is
   */
  synchronized Optional<Roster> settled(Set<String> expected) {
    SortedSet<String> missing = missing(expected);
    boolean patient = System.nanoTime() - changedAt < patience.toNanos();
    boolean wait = missing.stream().anyMatch(name -> patient || required.contains(name));
    return wait ? Optional.empty() : Optional.of(new Roster(version, byName()));
  }

  synchronized SortedSet<String> missing(Set<String> expected) {
    SortedSet<String> missing = new TreeSet<>(expected);
    missing.addAll(required);
    missing.removeAll(byName().keySet());
    return missing;
  }

  /** Of two of one name the later one folds: a new version that started beside the old one. */
  private SortedMap<String, Projection> byName() {
    SortedMap<String, Projection> byName = new TreeMap<>();
    present.forEach(projection -> byName.put(projection.name(), projection));
    return byName;
  }

  /** Waits until one comes or goes, or the time is over. */
  synchronized void awaitChange(long seenVersion, Duration wait) throws InterruptedException {
    if (version == seenVersion) {
      wait(wait.toMillis());
    }
  }

  synchronized long version() {
    return version;
  }
}
