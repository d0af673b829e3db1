package io.svara.testing.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code bin/karaf server}. The script hands its process over to the JVM, so that the
 * signals sent from here reach the JVM and no child outlives it. It ignores Ctrl-C, which a
 * terminal sends to everything started from it: ending is for the one who started it.
 */
final class KarafProcess {
  private final Process process;
  private final Thread atExit;

  private KarafProcess(Process process) {
    this.process = process;
    this.atExit = new Thread(() -> end(Duration.ofSeconds(20)), "stop svara " + process.pid());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts it. With no terminal file it writes to the terminal of this process. */
  static KarafProcess start(
      Path home, List<String> prefix, Map<String, String> environment, Optional<Path> terminal)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        Arrays.asList(
            "sh", "-c", "trap '' INT; exec \"$0\" server", home.resolve("bin/karaf").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().remove("JAVA_OPTS");
    builder.environment().remove("KARAF_OPTS");
    builder.environment().put("KARAF_EXEC", "exec");
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    if (terminal.isPresent()) {
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(terminal.get().toFile()));
    } else {
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
    return new KarafProcess(builder.start());
  }

  long pid() {
    return process.pid();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  int await() throws InterruptedException {
    int code = process.waitFor();
    forget();
    return code;
  }

  void kill9() throws InterruptedException {
    process.destroyForcibly();
    await();
  }

  /** Asks it to stop; true when it did within the limit. */
  boolean stop(Duration limit) throws InterruptedException {
    process.destroy();
    boolean stopped = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (stopped) {
      forget();
    }
    return stopped;
  }

  /** Stops it, by force where it does not within the limit or the caller is interrupted. */
  void end(Duration limit) {
    try {
      if (!stop(limit)) {
        kill9();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs now, and finds the process ended.
    }
  }
}
