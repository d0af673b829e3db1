package io.svara.journal.file;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The journal in the files of one folder. Any thread submits; one thread, {@code
 * svara-journal-writer}, puts what has gathered on the disk with one force. Futures complete on
 * {@code svara-journal-acks}: what hangs on them should be short, and may submit but not append.
 *
 * <p>Reading throws {@link UncheckedIOException} when an entry is there and cannot be read, with
 * the file and the place: nothing is ever skipped silently.
 */
public final class FileJournal implements Journal, Closeable {
  private static final long IDLE_NANOS = Duration.ofMinutes(1).toNanos();

  private final SubmissionQueue queue = new SubmissionQueue();
  private final HeadSignal signal = new HeadSignal();
  private final SecureRandom random = new SecureRandom();
  private final Closeable lock;
  private final Segments segments;
  private final StreamRevisions revisions;
  private final Erasures erasures;
  private final Acknowledgements acknowledgements;
  private final Writer writer;
  private final Thread writing = new Thread(this::write, "svara-journal-writer");

  /**
   * Opens the journal, or makes a new one in an empty folder.
   *
   * @throws IOException when the folder cannot be read or is in use by another process
   */
  public FileJournal(Path folder, Ledger ledger) throws IOException {
    this(Setup.of(folder), ledger, Acknowledgements.threaded());
    start();
  }

  /** As above, without a thread of its own: who uses it calls {@link #turn}. */
  FileJournal(Setup setup, Ledger ledger, Acknowledgements acknowledgements) throws IOException {
    setup.disk().makeFolders(setup.folder());
    this.acknowledgements = acknowledgements;
    this.lock = setup.disk().lock(setup.folder().resolve("lock"));
    Recovered found = recover(setup);
    this.segments = new Segments(setup.disk(), setup.folder(), found);
    this.revisions = found.revisions();
    this.erasures = new Erasures(setup.disk(), segments, ledger);
    this.writer = new Writer(setup, segments, found, erasures::complete, acknowledgements);
    writer.attempt();
  }

  private Recovered recover(Setup setup) throws IOException {
    try {
      Restore.refuseUnfinished(setup.disk(), setup.folder());
      return Recovery.run(setup.disk(), setup.folder());
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Starts the writer's thread. */
  void start() {
    writing.setDaemon(true);
    writing.start();
  }

  private void write() {
    try {
      while (!queue.isDone()) {
        turn(IDLE_NANOS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody but the journal may interrupt its writer.", e);
    } finally {
      queue.close(); // Should the thread die, nobody waits for it in vain.
    }
  }

  /** Commits one group, or waits up to the given time for one, or tries a failed disk again. */
  void turn(long waitNanos) throws InterruptedException {
    List<Submission> group = queue.takeGroup(writer.nanosUntilAttempt(waitNanos));
    if (group.isEmpty()) {
      writer.attempt();
    } else {
      writer.commit(group);
      signal.raise();
    }
  }

  @Override
  public String id() {
    return segments.journal().toString();
  }

  @Override
  public CompletableFuture<Appended> submit(Batch batch) {
    Submission.refuseBeyondLimits(batch);
    Submission submission = Submission.of(batch, random);
    try {
      queue.add(submission);
    } catch (JournalUnavailable e) {
      submission.future().completeExceptionally(e);
    }
    return submission.future();
  }

  @Override
  public Appended append(Batch batch) {
    acknowledgements.refuseToWaitForItself();
    try {
      return submit(batch).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }

  @Override
  public long head() {
    return segments.extent().head();
  }

  @Override
  public long revision(String stream) {
    return revisions.get(StreamRevisions.hash(stream));
  }

  @Override
  public List<Entry> read(long from, int max) {
    try {
      return segments.read(from, max);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public List<Entry> next(long from, int max, Duration wait) throws InterruptedException {
    signal.await(() -> head() >= from || queue.isDone(), wait);
    return read(from, max);
  }

  @Override
  public int redact(Collection<Long> positions, String reason) {
    writer.requireBegun();
    return erasures.destroy(positions, reason, writer);
  }

  @Override
  public long erasures() {
    return erasures.carriedOut();
  }

  @Override
  public Optional<String> trouble() {
    return writer.trouble();
  }

  Segments segments() {
    return segments;
  }

  /** Appends what was submitted before, then closes the files. */
  @Override
  public void close() throws IOException {
    queue.close();
    try {
      writing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    signal.raise();
    acknowledgements.close();
    try {
      writer.close();
    } finally {
      lock.close();
    }
  }
}
