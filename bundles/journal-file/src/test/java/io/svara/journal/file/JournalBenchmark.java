package io.svara.journal.file;

import io.svara.engine.journal.Batch;
import io.svara.engine.journal.NewEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Durable appends per second of 64 submitters against one loop that writes and forces a record of
 * the same size, on the same disk in the same run. Arguments: folder, seconds, payload bytes.
 */
public final class JournalBenchmark {
  private static final int SUBMITTERS = 64;

  private JournalBenchmark() {}

  /** Prints the figures. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/benchmark");
    Duration time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 5);
    int payload = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    Files.createDirectories(folder);
    double raw = raw(folder.resolve("raw"), time, payload);
    double journal = journal(folder, time, payload);
    System.out.printf(
        Locale.ROOT,
        "payload %d bytes; raw write+force %.0f/s; journal with %d submitters %.0f/s; ratio %.1f%n",
        payload,
        raw,
        SUBMITTERS,
        journal,
        journal / raw);
    start(folder);
  }

  private static double raw(Path file, Duration time, int payload) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer record = ByteBuffer.allocateDirect(RecordHeader.MIN_LENGTH + payload);
      long begin = System.nanoTime();
      long at = 0;
      int count = 0;
      for (; System.nanoTime() - begin < time.toNanos(); count++) {
        at += channel.write(record.clear(), at);
        channel.force(false);
      }
      return perSecond(count, begin);
    } finally {
      Files.delete(file);
    }
  }

  private static double journal(Path folder, Duration time, int payload) throws Exception {
    ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS);
    try (FileJournal journal = open(folder)) {
      long before = journal.head();
      long begin = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < SUBMITTERS; i++) {
        NewEntry entry =
            new NewEntry("case:" + i, "noted", 1, OptionalLong.empty(), new byte[payload]);
        running.add(
            submitters.submit(
                () -> {
                  while (System.nanoTime() - begin < time.toNanos()) {
                    journal.append(Batch.of(entry));
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return perSecond(journal.head() - before, begin);
    } finally {
      submitters.shutdown();
    }
  }

  /** How long a start takes with a checkpoint and without. */
  private static void start(Path folder) throws IOException {
    for (boolean checkpoint : new boolean[] {true, false}) {
      if (!checkpoint) {
        Files.deleteIfExists(folder.resolve("journal").resolve(Checkpoint.NAME));
      }
      long begin = System.nanoTime();
      try (FileJournal journal = open(folder)) {
        System.out.printf(
            Locale.ROOT,
            "start with %d entries, checkpoint %s: %d ms%n",
            journal.head(),
            checkpoint ? "there" : "deleted",
            Duration.ofNanos(System.nanoTime() - begin).toMillis());
      }
    }
  }

  private static FileJournal open(Path folder) throws IOException {
    return new FileJournal(
        folder.resolve("journal"), new Ledger(folder.resolve("erasures.ledger")));
  }

  private static double perSecond(long count, long begin) {
    return count * 1e9 / (System.nanoTime() - begin);
  }
}
