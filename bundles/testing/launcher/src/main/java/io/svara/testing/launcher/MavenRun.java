package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line that {@link Maven} started. All that came of it ends when it is closed, at the
 * latest with this JVM. For one thread.
 */
public final class MavenRun implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final String line;
  private final Process process;
  private final Path output;
  private final Thread atExit = new Thread(this::end, "stop mvn");

  MavenRun(String line, Process process, Path output) {
    this.line = line;
    this.process = process;
    this.output = output;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException with what it said, when it fails or is not done within the limit
   */
  public void awaitSuccess(Duration limit) throws IOException, InterruptedException {
    int code = awaitEnd(limit);
    if (code != 0) {
      throw new IllegalStateException("Failed with " + code + ": " + line + "\n" + output());
    }
  }

  /**
   * Waits for its end, and gives its exit code, which is 0 for success.
   *
   * @throws IllegalStateException with what it said, when it is not done within the limit
   */
  public int awaitEnd(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("Not done within " + limit + ": " + line + "\n" + output());
    }
    return process.exitValue();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** What it said so far, errors among it. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Asks it and all that it started to end, as Ctrl-C does, and forces what stays. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs now, and finds everything ended.
    }
  }

  /** All are listed first: whoever loses its parent is no longer found below it. */
  private void end() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .collect(Collectors.toList());
    all.forEach(ProcessHandle::destroy);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException stays) {
        each.destroyForcibly();
      } catch (InterruptedException hurried) {
        each.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
