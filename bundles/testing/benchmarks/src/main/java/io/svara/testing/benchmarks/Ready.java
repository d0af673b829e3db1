package io.svara.testing.benchmarks;

import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the start of the process until it is ready, and its memory then, beside bare Karaf: the
 * standard distribution of the same version, with the same heap, until its shell takes connections.
 */
final class Ready implements Benchmark {
  private static final List<Integer> JAVAS = List.of(17, 25);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** As Svara's; and without it Karaf 4.4 gives Java 25 an option that it refuses. */
  private static final String HEAP = "-Xms128m -Xmx1g";

  @Override
  public String name() {
    return "ready";
  }

  @Override
  public String purpose() {
    return "time until ready and memory then, beside bare Karaf, on Java 17 and 25";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    System.out.println(Machine.describe());
    Path karaf = unpacked(assembly.resolveSibling("bare-karaf"));
    for (int version : JAVAS) {
      Optional<Path> java = JavaHomes.of(version);
      if (java.isEmpty()) {
        System.out.printf("Java %d is not here: set JAVA_HOME_%d.%n", version, version);
        continue;
      }
      Starts ours = svara(assembly, folder.resolve("svara"), java.get());
      System.out.printf("Java %d, Svara: %s%n", version, ours);
      Starts bare = bare(karaf, folder.resolve("karaf"), java.get());
      System.out.printf("Java %d, bare Karaf: %s%n", version, bare);
      System.out.printf(
          Locale.ROOT,
          "Java %d, ratio: fresh %.2f, with cache %.2f, memory %.2f%n",
          version,
          (double) ours.freshMillis() / bare.freshMillis(),
          (double) ours.keptMillis() / bare.keptMillis(),
          (double) ours.megabytes() / bare.megabytes());
    }
  }

  private static Path unpacked(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private static Starts svara(Path assembly, Path folder, Path java) throws Exception {
    try (Distribution svara = Distribution.copy(assembly, folder).onFreePort().onJava(java)) {
      return Starts.of(svara, () -> svara.awaitReady(LIMIT));
    }
  }

  private static Starts bare(Path unpacked, Path folder, Path java) throws Exception {
    int shell = freePort();
    try (Distribution karaf = Distribution.copy(unpacked, folder).onJava(java)) {
      karaf
          .withEnvironment("JAVA_OPTS", HEAP)
          .configure(
              "org.apache.karaf.shell",
              Map.of("sshHost", "127.0.0.1", "sshPort", String.valueOf(shell)))
          .configure(
              "org.apache.karaf.management", Map.of("rmiRegistryPort", "0", "rmiServerPort", "0"));
      return Starts.of(karaf, () -> awaitOpen(shell, karaf));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitOpen(int port, Distribution karaf) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isOpen(port)) {
      if (!karaf.isRunning() || System.nanoTime() > end) {
        throw new IllegalStateException("Bare Karaf did not start:\n" + karaf.terminal());
      }
      Thread.sleep(25);
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
