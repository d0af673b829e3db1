package io.svara.engine.views;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The folded state, readable by any thread. It trails the journal by a few milliseconds; who needs
 * to see an entry waits for its position.
 *
 * <p>When payloads are destroyed in the journal ({@link
 * io.svara.engine.journal.Journal#erasures()}) the views notice by themselves and do as for {@link
 * #rebuild}; what was folded before a redaction is not used by a next start.
 */
public interface Views extends Tables {

  /** The position of the last entry that is folded and visible to reads by key. */
  long position();

  /**
   * Waits until the entry is folded and visible, by key.
   *
   * @return whether it is; false when the time ran out
   */
  boolean await(long position, Duration wait) throws InterruptedException;

  /**
   * Finds documents; sees every entry that was folded when it was called, at most a moment late
   * when it is busy.
   */
  Search.Found search(Search search);

  /**
   * How many documents of the kind carry the value, for each value of the name: the numbers on
   * queues.
   */
  Map<String, Long> counts(String kind, String name, Map<String, Set<String>> terms);

  /** How far along the views are, for people and for readiness. */
  Progress progress();

  /**
   * Throws away everything folded and folds it anew from the journal. The old generation answers
   * until the new one has caught up; then its files are deleted. Returns at once.
   */
  void rebuild(String reason);

  /**
   * The state of the fold.
   *
   * @param phase what it is doing
   * @param position the last entry folded
   * @param head the journal's last entry
   * @param trouble why it stands still, in words; empty when it does not
   */
  record Progress(Phase phase, long position, long head, java.util.Optional<String> trouble) {}

  /** What the views are doing. */
  enum Phase {
    /** Nothing can be read yet. */
    STARTING,
    /** Folding the journal from the beginning. */
    REBUILDING,
    /** Folding what came since the last snapshot. */
    CATCHING_UP,
    /** At the head of the journal. */
    LIVE,
    /** A fold failed; what is visible is old. */
    STOPPED
  }
}
