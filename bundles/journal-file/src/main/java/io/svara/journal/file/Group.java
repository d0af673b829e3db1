package io.svara.journal.file;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.NewEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Batches that are forced together. Expectations are decided in order, each with the batches before
 * it in mind; nobody is told before the force, since a refusal too may rest on a batch of this very
 * group.
 */
final class Group {
  private final long durable;
  private final StreamRevisions revisions;
  private final Map<Long, Long> changed = new HashMap<>();
  private final List<Runnable> outcomes = new ArrayList<>();
  private long head;

  Group(long head, StreamRevisions revisions) {
    this.durable = head;
    this.head = head;
    this.revisions = revisions;
  }

  /** Adds the batch to the tail, unless one of its expectations fails. */
  void add(Submission submission, long recordedAt, Tail tail) throws IOException {
    Optional<ExpectationFailed> failed = failed(submission.expectations());
    if (failed.isPresent()) {
      outcomes.add(() -> submission.future().completeExceptionally(failed.get()));
      return;
    }
    Appended appended = new Appended(head + 1, head + submission.entries().size());
    for (Submission.Prepared prepared : submission.entries()) {
      head++;
      tail.add(header(prepared, recordedAt, appended.last()), prepared.payload());
    }
    outcomes.add(() -> submission.future().complete(appended));
  }

  private RecordHeader header(Submission.Prepared prepared, long recordedAt, long last) {
    NewEntry entry = prepared.entry();
    long revision = revision(prepared.stream()) + 1;
    changed.put(prepared.stream(), revision);
    return new RecordHeader(
        head,
        durable,
        recordedAt,
        revision,
        entry.cause().orElse(0),
        entry.kindVersion(),
        (int) (last - head),
        prepared.payload().bytes().length,
        prepared.digest(),
        entry.stream(),
        entry.kind());
  }

  private Optional<ExpectationFailed> failed(List<Batch.Expectation> expectations) {
    for (Batch.Expectation expected : expectations) {
      long actual = revision(StreamRevisions.hash(expected.stream()));
      if (actual != expected.revision()) {
        return Optional.of(new ExpectationFailed(expected.stream(), expected.revision(), actual));
      }
    }
    return Optional.empty();
  }

  private long revision(long stream) {
    Long ahead = changed.get(stream);
    return ahead == null ? revisions.get(stream) : ahead;
  }

  boolean hasEntries() {
    return head > durable;
  }

  /** Position of the last entry of the group. */
  long head() {
    return head;
  }

  /** Makes the revisions known; to be called when the group is durable. */
  void takeEffect() {
    changed.forEach(revisions::put);
  }

  /** Tells every submitter. */
  void acknowledge() {
    outcomes.forEach(Runnable::run);
  }
}
