package io.svara.engine.desk;

import io.svara.engine.plugins.Bays.Traffic;
import io.svara.engine.plugins.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Exchanging plugins while they work. A version is installed beside the one that runs, the route is
 * moved, the old one drained, uninstalled, and proven gone; every step is in the journal with who,
 * when and why. Of one plugin there is one swap at a time.
 */
public interface Swaps {

  /** All plugins with their versions, by name. */
  List<Line> plugins();

  /**
   * What the author's build says of a version, read from its jar now.
   *
   * @throws Refused when there is no such version here
   */
  ConformanceReport conformance(String plugin, String version);

  /**
   * Keeps a jar without giving it any work. The same jar again changes nothing.
   *
   * @param why for the journal; may be empty
   * @throws Refused when it is no plugin that could run here; the message says why
   * @throws io.svara.engine.journal.JournalUnavailable when it cannot be kept now
   */
  Staged install(byte[] jar, String why, Actor actor);

  /**
   * Begins to move the work of a plugin to another kept version.
   *
   * @param version empty for the newest
   * @return the swap as it begins; it goes on by itself
   * @throws Refused when there is no such version, it has the work already, or a swap is under way
   */
  Swap promote(String plugin, Optional<String> version, String why, Actor actor);

  /**
   * Takes the last swap back: turns it around while it is under way, and afterwards begins a swap
   * to the version that had the work before.
   *
   * @param leaving the version that is to lose the work; refused when another has it, so that
   *     asking twice does not lead forward again. Empty for whichever has it
   * @return the swap that is turned around, or the new one; one whose old version was just being
   *     uninstalled goes on to its end, and can be taken back by asking again
   * @throws Refused when there is nothing to go back to, or the swap cannot be turned now
   */
  Swap rollback(String plugin, Optional<String> leaving, String why, Actor actor);

  /**
   * Begins to take a plugin out of service. Its jars are kept apart, its cases stay readable, and
   * what it should do waits.
   */
  Swap remove(String plugin, String why, Actor actor);

  /** Swaps, newest first. */
  List<Swap> list(Optional<String> plugin, int limit);

  Optional<Swap> get(String id);

  /**
   * Waits until the swap needs nobody any more: it has ended, or only the proof of unloading is
   * missing.
   *
   * @return how it stands then, or when the time is up
   */
  Swap await(String id, Duration limit) throws InterruptedException;

  /**
   * A plugin with all its versions.
   *
   * @param routed the version that gets the work; empty when none does
   * @param swap the id of the swap that is under way
   */
  record Line(
      String name, Optional<String> routed, Optional<String> swap, List<Version> versions) {}

  /**
   * One version.
   *
   * @param kept whether its jar is here
   * @param running whether it is installed in the framework
   * @param traffic since it was started
   * @param conformance what the author's build says of it
   */
  record Version(
      String version,
      boolean kept,
      boolean running,
      boolean routed,
      Traffic traffic,
      Conformance conformance) {}

  /**
   * What was kept.
   *
   * @param digest SHA-256 of the jar
   */
  record Staged(String plugin, String version, String digest) {}

  /**
   * A swap.
   *
   * @param from the version that had the work before; empty when none had
   * @param to the version that gets it; empty for a removal
   * @param by who began it
   * @param why as they said
   * @param steps as they were taken, the first one being {@link State#STAGED}
   */
  record Swap(
      String id,
      String plugin,
      Optional<String> from,
      Optional<String> to,
      State state,
      String by,
      String why,
      List<Step> steps) {}

  /**
   * A state that a swap came to.
   *
   * @param by who brought it there
   * @param why what happened, in words
   * @param said the same in parts that can be said in any language; empty where the words are a
   *     person's, or of a trouble that nobody foresaw
   */
  record Step(State state, Instant at, String by, String why, List<Said> said) {
    public Step {
      // Swaps that were written down before there were such parts have none.
      said = said == null ? List.of() : List.copyOf(said);
    }
  }

  /** How far a swap is. */
  enum State {
    /** Decided; the new version's jar is kept. */
    STAGED,
    /** The new version runs beside the old one, without work. */
    INSTALLED,
    /** New work goes to the new version. */
    ROUTED,
    /** The old version has no call under way. */
    DRAINED,
    /** The old version is uninstalled. */
    UNINSTALLED,
    /** Nothing of the old version is left in memory. */
    PROVEN,
    /** Something failed, or somebody asked: the work goes back to the old version. */
    ROLLING_BACK,
    /** All is as it was before. */
    ROLLED_BACK,
    /**
     * It could not be taken back either, or the old version does not leave although the work is the
     * new one's; somebody must look.
     */
    FAILED
  }
}
