package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the threads of a JVM do at this moment, for whoever wonders why it does not go on. */
final class Threads {
  private static final Pattern BETWEEN = Pattern.compile("\\R\\R");
  private static final String DEADLOCK = "Found one Java-level deadlock";

  /** A stack of no more frames waits for work, as pools, timers and cleaners do. */
  private static final int IDLE_FRAMES = 12;

  private static final long PATIENCE_SECONDS = 20;

  private Threads() {}

  /** The stacks of all threads that have work, and deadlocks; or why they cannot be told. */
  static String ofProcess(long pid) throws InterruptedException {
    String all = all(pid);
    int deadlock = all.indexOf(DEADLOCK);
    String stacks = deadlock < 0 ? all : all.substring(0, deadlock);
    return BETWEEN
            .splitAsStream(stacks)
            .filter(stack -> stack.lines().count() > IDLE_FRAMES)
            .collect(Collectors.joining("\n\n"))
        + (deadlock < 0 ? "" : "\n\n" + all.substring(deadlock));
  }

  /** Through a file, so that a JVM which does not answer cannot hold whoever asks. */
  private static String all(long pid) throws InterruptedException {
    String jcmd = JavaHomes.current().resolve(Path.of("bin", "jcmd")).toString();
    try {
      Path said = Files.createTempFile("svara-threads", ".txt");
      try {
        Process process =
            new ProcessBuilder(List.of(jcmd, String.valueOf(pid), "Thread.print"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return "The JVM does not say what its threads do.";
        }
        return Files.readString(said);
      } finally {
        Files.delete(said);
      }
    } catch (IOException noJdk) {
      return "What its threads do cannot be asked: " + noJdk.getMessage();
    }
  }
}
