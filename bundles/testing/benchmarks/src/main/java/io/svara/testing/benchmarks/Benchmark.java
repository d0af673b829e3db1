package io.svara.testing.benchmarks;

import java.nio.file.Path;

/**
 * One measurement of the distribution. Prints its figures, each beside what it is measured against.
 */
interface Benchmark {
  String name();

  /** One line that says what is measured. */
  String purpose();

  /**
   * Runs on the calling thread until done.
   *
   * @param assembly the distribution as built; never run itself, only copied
   * @param folder an empty place for copies and data
   */
  void run(Path assembly, Path folder) throws Exception;
}
