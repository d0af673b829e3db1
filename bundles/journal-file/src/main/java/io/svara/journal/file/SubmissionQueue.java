package io.svara.journal.file;

import io.svara.engine.journal.JournalUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Batches that wait for the writer: bounded, so that a slow disk costs refusals and not memory. */
final class SubmissionQueue {
  private static final int MAX_BATCHES = 10_000;
  private static final long MAX_BYTES = 128L << 20;
  private static final int GROUP_BATCHES = 1_000;
  private static final long GROUP_BYTES = 8L << 20;

  private final Queue<Submission> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  /**
   * @throws JournalUnavailable when too much waits already, or the journal is closed
   */
  synchronized void add(Submission submission) {
    if (closed) {
      throw new JournalUnavailable("The journal is closed; nothing was appended.");
    }
    if (isFull(submission.bytes())) {
      throw new JournalUnavailable(
          "The journal's disk is slower than what comes in: "
              + waiting.size()
              + " batches with "
              + (bytes >> 10)
              + " KiB wait to be forced, so this batch was refused and nothing of it was appended."
              + " Submit it again later; if this lasts, look for what slows the disk down.");
    }
    waiting.add(submission);
    bytes += submission.bytes();
    if (waiting.size() == 1) {
      notifyAll();
    }
  }

  private boolean isFull(long more) {
    return waiting.size() >= MAX_BATCHES || (!waiting.isEmpty() && bytes + more > MAX_BYTES);
  }

  /**
   * What is to be forced together next; waits for it up to the given time, empty when there is
   * nothing.
   */
  synchronized List<Submission> takeGroup(long waitNanos) throws InterruptedException {
    long deadline = System.nanoTime() + waitNanos;
    while (waiting.isEmpty() && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return List.of();
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    List<Submission> group = new ArrayList<>();
    long taken = 0;
    while (!waiting.isEmpty() && group.size() < GROUP_BATCHES && taken < GROUP_BYTES) {
      Submission next = waiting.remove();
      taken += next.bytes();
      group.add(next);
    }
    bytes -= taken;
    return group;
  }

  /** Takes nothing more; what waits can still be taken out. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isDone() {
    return closed && waiting.isEmpty();
  }
}
