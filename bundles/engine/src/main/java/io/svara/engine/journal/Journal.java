package io.svara.engine.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The append-only record. Entries have positions 1, 2, 3, … without a gap; an entry is visible to
 * readers only when it and all before it are durable, so a reader never misses one that appears
 * late.
 *
 * <p>All methods may be called by any thread. {@code JournalContract} in the tests of this room
 * says in full what an implementation promises.
 */
public interface Journal {

  /** The identity of this journal: the same after a restart and in every backup of it. */
  String id();

  /**
   * Appends all entries of the batch or none. The future completes when they are durable: forced to
   * the disk, not merely written. Batches of several callers are forced together.
   *
   * <p>It fails with {@link ExpectationFailed} when a stream is not at the revision that the batch
   * expects, and with {@link JournalUnavailable} when nothing can be made durable now; in both
   * cases no entry of it is ever visible.
   */
  CompletableFuture<Appended> submit(Batch batch);

  /**
   * As {@link #submit}, and waits.
   *
   * @throws ExpectationFailed see {@link #submit}
   * @throws JournalUnavailable see {@link #submit}
   */
  Appended append(Batch batch);

  /** The position of the last durable entry; 0 when there is none. */
  long head();

  /** How many entries the stream has. */
  long revision(String stream);

  /**
   * Entries from a position on, in order, at most so many; fewer when the head is reached or the
   * answer would be larger than a few megabytes. Empty when the position is behind the head.
   */
  List<Entry> read(long from, int max);

  /** As {@link #read}, and waits up to the given time for the first of them. */
  List<Entry> next(long from, int max, Duration wait) throws InterruptedException;

  /** One entry. */
  default Optional<Entry> entry(long position) {
    return read(position, 1).stream().findFirst();
  }

  /**
   * Destroys the payloads of these entries physically: when this returns, their bytes are in no
   * file of the journal, and the erasure ledger says that they are to be destroyed in every backup
   * that is restored. Their headers stay.
   *
   * @param reason for the ledger; no personal data
   * @return how many were destroyed now; those already destroyed do not count
   */
  int redact(Collection<Long> positions, String reason);

  /**
   * How many payloads were destroyed since the journal began, those that a restore or a start made
   * good among them. It changes after the last byte of a redaction is gone, and is the same after a
   * restart: what was folded from the journal while the number was another may hold what is
   * destroyed.
   */
  long erasures();

  /**
   * Why nothing can be appended now, in words that an operator can act on; empty when all is well.
   */
  Optional<String> trouble();
}
