package io.svara.journal.file;

import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts groups of batches on the disk, one after the other. While the disk does not take them every
 * batch is refused, and the disk is tried again with the next group or {@link #attempt}.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Setup setup;
  private final Segments segments;
  private final StreamRevisions revisions;
  private final ActiveSegment active;
  private final Checkpoints checkpoints;
  private final Executor acknowledging;
  private final boolean damaged;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Backoff backoff;
  private volatile Optional<String> trouble;

  Writer(
      Setup setup,
      Segments segments,
      Recovered found,
      ActiveSegment.Prelude prelude,
      Executor acknowledging) {
    this.setup = setup;
    this.backoff = new Backoff(setup.nanos());
    this.segments = segments;
    this.revisions = found.revisions();
    this.active = new ActiveSegment(setup, segments, found, prelude);
    this.checkpoints = new Checkpoints(setup, segments, revisions);
    this.acknowledging = acknowledging;
    this.damaged = found.damage().isPresent();
    this.trouble = found.damage();
    trouble.ifPresent(LOG::error);
  }

  Optional<String> trouble() {
    return trouble;
  }

  /** How long to wait for the next group before {@link #attempt} is due. */
  long nanosUntilAttempt(long otherwise) {
    return trouble.isPresent() && !damaged ? Math.min(otherwise, backoff.nanosLeft()) : otherwise;
  }

  /** Tries to become able to write, if this is not so and enough time has passed. */
  void attempt() {
    turn.lock();
    try {
      if (active.tail().isEmpty() && !damaged && backoff.nanosLeft() == 0) {
        active.open();
        backoff.succeeded();
        trouble.ifPresent(
            text -> LOG.info("The journal in {} takes entries again.", segments.folder()));
        trouble = Optional.empty();
      }
    } catch (IOException | RuntimeException e) {
      failed(e);
    } finally {
      turn.unlock();
    }
  }

  /** Makes the batches durable together and tells their submitters; or refuses them all. */
  void commit(List<Submission> submissions) {
    boolean told = false;
    turn.lock();
    try {
      attempt();
      told = active.tail().isPresent() && append(submissions);
    } finally {
      turn.unlock();
      if (!told) {
        refuse(submissions);
      }
    }
  }

  private boolean append(List<Submission> submissions) {
    try {
      Extent before = segments.extent();
      if (before.end() >= setup.segmentBytes()) {
        active.roll();
        checkpoints.writeIfWorthIt();
      }
      Tail tail = active.tail().orElseThrow();
      Group group = new Group(before.head(), revisions);
      long now = ChronoUnit.MICROS.between(Instant.EPOCH, setup.clock().instant());
      for (Submission submission : submissions) {
        group.add(submission, now, tail);
      }
      if (group.hasEntries()) {
        tail.force();
        group.takeEffect();
        segments.publish(new Extent(group.head(), tail.segment(), tail.end()));
      }
      acknowledging.execute(group::acknowledge);
      return true;
    } catch (IOException | RuntimeException e) {
      failed(e);
      return false;
    }
  }

  /**
   * @throws JournalUnavailable when the journal could not be opened for writing since the start
   */
  void requireBegun() {
    turn.lock();
    try {
      attempt();
      if (!active.hasBegun()) {
        throw new JournalUnavailable(trouble.orElse("The journal is closed."));
      }
    } finally {
      turn.unlock();
    }
  }

  /** Ends the active segment, so that every entry so far is in one that is not written any more. */
  void roll() {
    turn.lock();
    try {
      attempt();
      if (active.tail().isPresent()) {
        active.roll();
        return;
      }
    } catch (IOException | RuntimeException e) {
      failed(e);
    } finally {
      turn.unlock();
    }
    throw new JournalUnavailable(trouble.orElse("The journal cannot be written."));
  }

  private void failed(Exception e) {
    backoff.failed();
    if (trouble.isEmpty()) {
      String text = Trouble.describe(segments.folder(), e);
      trouble = Optional.of(text);
      LOG.error(text, e);
    }
    try {
      active.abandon();
    } catch (IOException again) {
      e.addSuppressed(again);
    }
  }

  private void refuse(List<Submission> submissions) {
    String text = trouble.orElse("The journal is closed.") + " This batch was not appended.";
    acknowledging.execute(
        () ->
            submissions.forEach(
                s -> s.future().completeExceptionally(new JournalUnavailable(text))));
  }

  /** Leaves a checkpoint behind and closes the files; nothing can be appended after this. */
  void close() throws IOException {
    turn.lock();
    try {
      if (active.tail().isPresent()) {
        checkpoints.write();
      }
      active.close();
    } finally {
      turn.unlock();
    }
  }
}
