package io.svara.testing.benchmarks;

import io.svara.testing.launcher.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * From the start of the process until HTTP answers: once on a fresh copy, then on its bundle cache.
 */
final class Ready implements Benchmark {
  private static final int STARTS = 5;

  @Override
  public String name() {
    return "ready";
  }

  @Override
  public String purpose() {
    return "time from start until HTTP answers, and resident memory then";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    try (Distribution svara =
        Distribution.copy(assembly, folder.resolve("distribution")).onFreePort()) {
      for (int start = 1; start <= STARTS; start++) {
        long begun = System.nanoTime();
        svara.start().awaitAnswering(Duration.ofSeconds(60));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
            "start %d (%s): answering after %d ms, %s%n",
            start, start == 1 ? "fresh" : "kept cache", taken.toMillis(), resident(svara.pid()));
        svara.stop();
      }
    }
  }

  private static String resident(long pid) throws Exception {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .map(line -> line.replaceAll("\\s+", " "))
            .findFirst()
            .orElse("memory unknown")
        : "memory unknown (no /proc on this system)";
  }
}
