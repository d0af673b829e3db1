package io.svara.it.living;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was acknowledged against what is there.
 *
 * @param lost acknowledged, and in no case
 * @param doubled there more than once, acknowledged or not
 */
public record Balance(Set<String> lost, Set<String> doubled) {

  public static Balance of(Collection<String> acknowledged, List<String> stored) {
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(new HashSet<>(stored));
    Set<String> seen = new HashSet<>();
    Set<String> doubled = new TreeSet<>();
    stored.stream().filter(id -> !seen.add(id)).forEach(doubled::add);
    return new Balance(lost, doubled);
  }

  /** Fails unless everything acknowledged is there once and nothing is there twice. */
  public void requireEven() {
    if (!lost.isEmpty() || !doubled.isEmpty()) {
      throw new AssertionError(
          lost.size()
              + " lost: "
              + some(lost)
              + "; "
              + doubled.size()
              + " doubled: "
              + some(doubled));
    }
  }

  private static List<String> some(Set<String> ids) {
    return ids.stream().limit(10).toList();
  }
}
