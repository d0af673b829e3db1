package io.svara.testing.benchmarks;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How starts of one distribution went.
 *
 * @param freshMillis the first, with an empty bundle cache; its files may be in the system's memory
 * @param keptMillis the middle one of those after it
 * @param megabytes resident, when the last was ready
 */
record Starts(long freshMillis, long keptMillis, long megabytes) {
  private static final int AGAIN = 3;

  /** Returns when what was started is what is called ready. */
  interface Wait {
    void untilReady() throws Exception;
  }

  static Starts of(Distribution distribution, Wait wait) throws Exception {
    long fresh = start(distribution, wait);
    long[] kept = new long[AGAIN];
    long memory = 0;
    for (int i = 0; i < AGAIN; i++) {
      distribution.stop();
      kept[i] = start(distribution, wait);
      memory = resident(distribution.pid());
    }
    distribution.stop();
    Arrays.sort(kept);
    return new Starts(fresh, kept[AGAIN / 2], memory);
  }

  private static long start(Distribution distribution, Wait wait) throws Exception {
    long begun = System.nanoTime();
    distribution.start();
    wait.untilReady();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** As Linux counts it. */
  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ready %.1f s fresh, %.1f s with its cache; %d MB then",
        freshMillis / 1e3,
        keptMillis / 1e3,
        megabytes);
  }
}
