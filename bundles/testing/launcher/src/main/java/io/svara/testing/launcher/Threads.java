package io.svara.testing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the threads of a JVM do at this moment, for whoever wonders why it does not go on. */
final class Threads {
  private static final Pattern BETWEEN = Pattern.compile("\\R\\R");

  /** A stack of no more frames waits for work, as pools, timers and cleaners do. */
  private static final int IDLE_FRAMES = 12;

  private Threads() {}

  /** The stacks of all threads that have work, and deadlocks where the JVM sees some. */
  static String ofProcess(long pid) throws InterruptedException {
    return BETWEEN
        .splitAsStream(all(pid))
        .filter(stack -> stack.contains("deadlock") || stack.lines().count() > IDLE_FRAMES)
        .collect(Collectors.joining("\n\n"));
  }

  private static String all(long pid) throws InterruptedException {
    String jcmd = JavaHomes.current().resolve(Path.of("bin", "jcmd")).toString();
    try {
      Process process =
          new ProcessBuilder(List.of(jcmd, String.valueOf(pid), "Thread.print", "-l"))
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException noJdk) {
      throw new UncheckedIOException(noJdk);
    }
  }
}
