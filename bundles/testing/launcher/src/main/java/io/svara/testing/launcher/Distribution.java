package io.svara.testing.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A copy of the distribution, configured, started as a process of its own, watched and ended. For
 * one thread. Settings take effect at the next start. Whatever is still running when this JVM ends
 * is stopped with it.
 *
 * <pre>{@code
 * try (Distribution svara = Distribution.copy(assembly, folder).onFreePort().start()) {
 *   svara.awaitReady(Duration.ofSeconds(60));
 *   ...
 *   svara.kill9();
 *   svara.start();
 * }
 * }</pre>
 */
public final class Distribution implements AutoCloseable {
  private static final String HTTP = "org.apache.felix.http";
  private static final String PORT = "org.osgi.service.http.port";
  private static final Pattern LINK = Pattern.compile("^Svara: (\\S+)$", Pattern.MULTILINE);

  private final Path home;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private Optional<KarafProcess> process = Optional.empty();
  private boolean onTerminal;
  private int port = 8181;

  private Distribution(Path home) {
    this.home = home.toAbsolutePath();
    environment.put("JAVA_HOME", JavaHomes.current().toString());
  }

  /** A fresh copy; what was in the folder is removed. */
  public static Distribution copy(Path assembly, Path folder) throws IOException {
    if (!Files.isExecutable(assembly.resolve("bin/karaf"))) {
      throw new IOException(
          "No distribution in " + assembly + ": build it with mvn -DskipTests package.");
    }
    Folders.delete(folder);
    Folders.copy(assembly, folder);
    return new Distribution(folder);
  }

  /** The copy that an earlier run left in the folder, with its data. */
  public static Distribution kept(Path folder) throws IOException {
    Distribution kept = new Distribution(folder);
    Properties http = new Properties();
    try (Reader reader = Files.newBufferedReader(kept.home.resolve("etc/" + HTTP + ".cfg"))) {
      http.load(reader);
    }
    kept.port = Integer.parseInt(http.getProperty(PORT));
    return kept;
  }

  /** Starts on that port of loopback. */
  public Distribution onPort(int number) throws IOException {
    port = number;
    return configure(HTTP, Map.of(PORT, String.valueOf(number)));
  }

  /** Starts on a port of loopback that is free now. */
  public Distribution onFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return onPort(socket.getLocalPort());
    }
  }

  /** Writes {@code etc/<pid>.cfg} anew; a running distribution takes it at once. */
  public Distribution configure(String pid, Map<String, String> values) throws IOException {
    String lines =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue().replace("\\", "\\\\") + "\n")
            .collect(Collectors.joining());
    Path file = home.resolve("etc/" + pid + ".cfg");
    // Beside it and renamed, so that a running distribution never reads half a file.
    Path draft = Files.writeString(home.resolve("etc/." + pid + ".draft"), lines);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return this;
  }

  /** Runs on another Java than the caller's. */
  public Distribution onJava(Path javaHome) {
    environment.put("JAVA_HOME", javaHome.toString());
    return this;
  }

  /** Adds options for the JVM, such as {@code -Dsvara.clock=test}; none may contain a space. */
  public Distribution withOptions(String... added) {
    options.addAll(Arrays.asList(added));
    return this;
  }

  /** Sets a variable of the process's environment. */
  public Distribution withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Starts through another command, such as {@code unshare -rn}, which must hand its process over.
   */
  public Distribution through(String... command) {
    prefix.addAll(Arrays.asList(command));
    return this;
  }

  /** Writes to the terminal of this process rather than to {@code data/log/terminal.log}. */
  public Distribution onThisTerminal() {
    onTerminal = true;
    return this;
  }

  /** Starts the process and returns at once. */
  public Distribution start() throws IOException {
    if (isRunning()) {
      throw new IllegalStateException("Already running as process " + pid() + ": " + home);
    }
    Files.createDirectories(home.resolve("data/log"));
    Map<String, String> started = new LinkedHashMap<>(environment);
    started.put("EXTRA_JAVA_OPTS", String.join(" ", options));
    process =
        Optional.of(
            KarafProcess.start(
                home,
                prefix,
                started,
                onTerminal ? Optional.empty() : Optional.of(terminalFile())));
    return this;
  }

  /**
   * Waits until {@code /health/ready} answers 200.
   *
   * @throws IllegalStateException when it has not within the limit, or the process ended
   */
  public Distribution awaitReady(Duration limit) throws InterruptedException {
    return await("/health/ready", status -> status == 200, limit);
  }

  /** Waits until {@code /health/live} answers 200: HTTP is served, the views may still catch up. */
  public Distribution awaitLive(Duration limit) throws InterruptedException {
    return await("/health/live", status -> status == 200, limit);
  }

  /** Waits until the port answers HTTP, whatever it answers. */
  public Distribution awaitAnswering(Duration limit) throws InterruptedException {
    return await("/", status -> true, limit);
  }

  private Distribution await(String path, IntPredicate accepted, Duration limit)
      throws InterruptedException {
    if (!Answering.await(uri(path), accepted, () -> !isRunning(), limit)) {
      throw new IllegalStateException(
          (isRunning() ? "Not answering within " + limit : "Ended before answering")
              + " on "
              + uri(path)
              + "\n--- terminal\n"
              + terminal()
              + "\n--- log\n"
              + log()
              + (isRunning() ? "\n--- threads\n" + Threads.ofProcess(pid()) : ""));
    }
    return this;
  }

  /** Ends the process as a power cut would, and waits until it is gone. */
  public void kill9() throws InterruptedException {
    if (process.isPresent()) {
      process.get().kill9();
    }
  }

  /**
   * Stops it as an operator would.
   *
   * @throws IllegalStateException when it is still there after 30 seconds
   */
  public void stop() throws InterruptedException {
    if (process.isPresent() && !process.get().stop(Duration.ofSeconds(30))) {
      throw new IllegalStateException("Still running after 30 s, process " + pid() + "\n" + log());
    }
  }

  /** Stops and starts again, with its data. */
  public Distribution restart() throws IOException, InterruptedException {
    stop();
    return start();
  }

  /** Waits until the process ends by itself, and gives its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.orElseThrow(() -> new IllegalStateException("Never started: " + home)).await();
  }

  public boolean isRunning() {
    return process.map(KarafProcess::isRunning).orElse(false);
  }

  /** The process id of the JVM. */
  public long pid() {
    return process.orElseThrow(() -> new IllegalStateException("Never started: " + home)).pid();
  }

  public Path home() {
    return home;
  }

  public int port() {
    return port;
  }

  /** An address of this distribution, for a path that starts with a slash. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The one-time sign-in that the last start printed as {@code Svara: <url>}. */
  public Optional<URI> link() {
    Optional<URI> last = Optional.empty();
    Matcher matcher = LINK.matcher(terminal());
    while (matcher.find()) {
      last = Optional.of(URI.create(matcher.group(1)));
    }
    return last;
  }

  /**
   * Waits until a start has printed its {@link #link}.
   *
   * @throws IllegalStateException when it has not within the limit, or the process ended
   */
  public URI awaitLink(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (link().isEmpty()) {
      if (!isRunning() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "No link to sign in by was printed within " + limit + ".\n--- log\n" + log());
      }
      Thread.sleep(100);
    }
    return link().get();
  }

  /** Readable once a first start is ready. */
  public Administrator administrator() throws IOException {
    return Administrator.read(home.resolve("etc/initial-admin.properties"));
  }

  /** What {@code data/log/svara.log} holds; empty when there is none. */
  public String log() {
    return read(home.resolve("data/log/svara.log"));
  }

  /** What was written to the terminal by all starts of this copy; empty where it was a real one. */
  public String terminal() {
    return read(terminalFile());
  }

  private Path terminalFile() {
    return home.resolve("data/log/terminal.log");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops it, by force if it must be. The folder stays, for whoever wants to see what happened. */
  @Override
  public void close() {
    process.ifPresent(running -> running.end(Duration.ofSeconds(20)));
  }
}
