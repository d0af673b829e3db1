package io.svara.views;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes snapshots beside the fold when they are due. Asked by the fold thread alone. */
final class Snapshots implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final SnapshotPace pace;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread named = new Thread(work, "svara-views-snapshot");
            named.setDaemon(true);
            return named;
          });
  private Future<?> running;
  private long lastTry = System.nanoTime();
  private volatile boolean failed;

  Snapshots(SnapshotPace pace) {
    this.pace = pace;
  }

  void takeIfDue(Generation generation) {
    if (isDue(generation)) {
      lastTry = System.nanoTime();
      running = thread.submit(() -> take(generation));
    }
  }

  private boolean isDue(Generation generation) {
    if (running != null && !running.isDone()) {
      return false;
    }
    long since = System.nanoTime() - lastTry;
    if (failed && since < AFTER_FAILURE.toNanos()) {
      return false;
    }
    return pace.due(generation.snapshotPosition(), generation.position(), Duration.ofNanos(since));
  }

  /** Takes one on the caller's thread, after the one that may be under way. */
  void take(Generation generation) {
    long started = System.nanoTime();
    try {
      generation.snapshot();
      failed = false;
      LOG.info(
          "Snapshot of the views at entry {} taken in {} ms.",
          generation.snapshotPosition(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    } catch (Generation.Closed gone) {
      LOG.debug("{} was replaced before its snapshot.", generation.folder().path());
    } catch (IOException | RuntimeException | Error e) {
      failed = true;
      LOG.warn(
          "No snapshot of the views could be taken in {}; the next start folds from the one at entry"
              + " {}. Tried again in a minute; see that the disk has room.",
          generation.folder().path(),
          generation.snapshotPosition(),
          e);
    }
  }

  /** Waits for the one under way. */
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
        LOG.warn("Still waiting for a snapshot of the views before they close.");
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
