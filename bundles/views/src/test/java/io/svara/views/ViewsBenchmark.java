package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how quickly views are rebuilt, against bare reading of the same journal in the same run,
 * and what searches and a snapshot cost then. Not a test; run it by hand with the number of
 * messages as its argument.
 */
final class ViewsBenchmark {
  private static final String[] WORDS =
      ("hej jag har inte fått min order och undrar när den kommer tack för hjälpen faktura betala"
              + " försenad leverans paket hello where is my parcel please refund broken wrong size"
              + " account login password app crash")
          .split(" ");

  private ViewsBenchmark() {}

  public static void main(String[] args) throws Exception {
    int messages = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    TestJournal journal = new TestJournal("bench");
    write(journal, messages, new Random(1));
    double bare = read(journal);
    Path folder = Files.createTempDirectory("svara-views-bench");
    try (Running running = Running.start(folder, journal, new Inbox(1))) {
      double rebuild = rate(messages, () -> running.views().await(messages, Duration.ofHours(1)));
      System.out.printf(
          "%,d messages: rebuilt at %,.0f entries/s; bare read %,.0f entries/s (ratio 1:%.0f)%n",
          messages, rebuild, bare, bare / rebuild);
      for (String text : List.of("", "faktura", "inte order", "h", "order 4711", "nowhere")) {
        search(running, text);
      }
      time("counts", () -> running.views().counts("case", "state", Map.of()));
      appends(running, journal);
    }
    System.out.printf("on the disk: %,d MB%n", size(folder) >> 20);
    long started = System.nanoTime();
    try (Running again = Running.start(folder, journal, new Inbox(1)).caughtUp()) {
      System.out.printf(
          "started again in %d ms at %,d%n",
          Duration.ofNanos(System.nanoTime() - started).toMillis(), again.views().position());
    }
    Trees.delete(folder);
  }

  private static void write(TestJournal journal, int messages, Random random) {
    for (int i = 0; i < messages; i++) {
      StringBuilder text = new StringBuilder("C" + random.nextInt(messages / 4) + "|");
      for (int w = 0; w < 25; w++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      journal.append("message", text + "order " + i);
    }
  }

  private static double read(TestJournal journal) throws InterruptedException {
    long head = journal.head();
    return rate(
        head,
        () -> {
          for (long at = 1; at <= head; ) {
            List<Entry> entries = journal.next(at, 500, Duration.ZERO);
            at += entries.size();
          }
        });
  }

  private static void search(Running running, String text) throws InterruptedException {
    Search search = new QueryBuilder("case").text(text).limit(50).build();
    time("search '" + text + "'", () -> running.views().search(search));
  }

  private static void appends(Running running, TestJournal journal) throws InterruptedException {
    long[] nanos = new long[2_000];
    for (int i = 0; i < nanos.length; i++) {
      long started = System.nanoTime();
      long position = journal.append("message", "C" + i % 100 + "|a new message " + i);
      running.views().await(position, Duration.ofSeconds(10));
      nanos[i] = System.nanoTime() - started;
      Thread.onSpinWait();
    }
    print("append to visible by key", nanos);
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static double rate(long entries, Work work) throws InterruptedException {
    long started = System.nanoTime();
    work.run();
    return entries * 1e9 / (System.nanoTime() - started);
  }

  private static void time(String what, Work work) throws InterruptedException {
    long[] nanos = new long[100];
    for (int i = 0; i < nanos.length; i++) {
      long started = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - started;
    }
    print(what, nanos);
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.2f ms, p99 %.2f ms%n",
        what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    for (Path child : Trees.children(folder)) {
      size += Files.isDirectory(child) ? size(child) : Files.size(child);
    }
    return size;
  }
}
