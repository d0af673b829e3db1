package io.svara.testing.benchmarks;

import io.svara.engine.journal.Entry;
import io.svara.journal.file.FileJournal;
import io.svara.journal.file.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Views of many messages, deleted and folded anew, beside bare reading of the same journal. */
final class Rebuild implements Benchmark {
  private static final Pattern DONE =
      Pattern.compile("Views: caught up at entry \\d+; folded (\\d+) entries in (\\d+) ms");
  private static final int CONNECTIONS = 64;

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String purpose() {
    return "views of 100,000 messages rebuilt (-Dmessages=N for another number)";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    int messages = Integer.getInteger("messages", 100_000);
    System.out.println(Machine.describe());
    try (Subject svara = Subject.start(assembly, folder)) {
      System.out.printf(
          "%,d signed webhooks of %,d bytes, a message each, through the hook:%n",
          messages, Subject.BODY_BYTES);
      svara.load(CONNECTIONS, 0).post(svara.posts(Subject.HOOK, 1, messages));
      svara.awaitCases(messages);
      svara.distribution().stop();
      double bare = read(svara.distribution().home());
      delete(svara.distribution().home().resolve("data/svara/views"));
      int logged = svara.distribution().log().length();
      System.out.println("views deleted, started again:");
      long begun = System.nanoTime();
      restart(svara, logged);
      long millis = (System.nanoTime() - begun) / 1_000_000;
      if (svara.cases() != messages) {
        throw new IllegalStateException("The rebuilt views show " + svara.cases() + " cases.");
      }
      print(messages, bare, millis, svara.distribution().log().substring(logged));
    }
  }

  /** Starts, and prints what the log says of the views meanwhile. */
  private static void restart(Subject svara, int logged) throws Exception {
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try {
      Future<?> ready =
          waiting.submit(
              () -> {
                svara.restart();
                return null;
              });
      int printed = logged;
      while (!ready.isDone()) {
        Thread.sleep(500);
        String log = svara.distribution().log();
        log.substring(printed)
            .lines()
            .filter(line -> line.contains("Views: folded"))
            .forEach(line -> System.out.println("  " + line.replaceAll(".*Views: ", "")));
        printed = log.length();
      }
      ready.get();
    } finally {
      waiting.shutdownNow();
    }
  }

  private static void print(int messages, double bare, long readyMillis, String log) {
    Matcher done = DONE.matcher(log);
    if (!done.find()) {
      throw new IllegalStateException(
          "The log does not say that the views have caught up:\n" + log);
    }
    long entries = Long.parseLong(done.group(1));
    double seconds = Long.parseLong(done.group(2)) / 1e3;
    System.out.printf(
        Locale.ROOT,
        "rebuilt %,d entries (%,d messages) in %.1f s: %,.0f entries/s, %,.0f messages/s;"
            + " ready %.1f s after the start%n",
        entries,
        messages,
        seconds,
        entries / seconds,
        messages / seconds,
        readyMillis / 1e3);
    System.out.printf(
        Locale.ROOT,
        "bare read of the same journal: %,.0f entries/s; ratio %.2f%n",
        bare,
        entries / seconds / bare);
  }

  /** Entries a second when nothing is done with them. */
  private static double read(Path home) throws IOException {
    try (FileJournal journal =
        new FileJournal(
            home.resolve("data/svara/journal"),
            new Ledger(home.resolve("svara-ledger/erasures.ledger")))) {
      long begun = System.nanoTime();
      long position = 1;
      for (List<Entry> entries = journal.read(1, 500);
          !entries.isEmpty();
          entries = journal.read(position, 500)) {
        position += entries.size();
      }
      return (position - 1) * 1e9 / (System.nanoTime() - begun);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
