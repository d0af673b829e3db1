package io.svara.testing.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What figures were measured on. */
final class Machine {
  private Machine() {}

  /** One line: cores, Java, system, and how busy it was during the last minute. */
  static String describe() {
    return String.format(
        Locale.ROOT,
        "Machine: %d cores, Java %s, %s %s, load average %.1f",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
