package io.svara.testing.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs one benchmark by name: {@code mvn -Pbench -Dbench=NAME}. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(new Accept(), new Visible(), new Rebuild(), new Ready(), new Swap());

  private Benchmarks() {}

  /** Takes the benchmark's name, the assembly and a folder for what it writes. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "Wanted: a name, the assembly's folder, a folder to write to.");
    }
    Optional<Benchmark> benchmark = named(arguments[0]);
    if (benchmark.isEmpty()) {
      System.out.print(listing(arguments[0]));
      return;
    }
    Path folder = Path.of(arguments[2], arguments[0]);
    Files.createDirectories(folder);
    benchmark.get().run(Path.of(arguments[1]), folder);
  }

  static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
  }

  static String listing(String asked) {
    return ALL.stream()
        .map(benchmark -> String.format("  %-12s %s%n", benchmark.name(), benchmark.purpose()))
        .collect(
            Collectors.joining(
                "", String.format("No benchmark is called \"%s\". There are:%n", asked), ""));
  }
}
