package io.svara.testing.mailservers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server in a session of its own that never outlives this JVM: a shell beside it reads from a
 * pipe that ends with the JVM, however that ends, and then ends the server and all its children.
 */
final class Supervised implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap : INT TERM HUP
      setsid "$@" </dev/null >>"$0" 2>&1 &
      server=$!
      echo $server
      cat >/dev/null

      runs() { [ -e /proc/$server/stat ] && ! grep -q '^State:.Z' /proc/$server/status; }
      # Not those that have ended, and that process 1 buries when it likes.
      left() {
        cat /proc/[0-9]*/stat 2>/dev/null \\
          | awk -v group=$server '{ sub(/^.*\\) /, "") } $3 == group && $1 != "Z" { found = 1 }
                                 END { exit !found }'
      }
      while_at_most() {
        count=$2
        while $1 && [ $count -gt 0 ]; do sleep 0.02; count=$((count - 1)); done
      }
      kill -TERM $server
      while_at_most runs 150
      runs && kill -KILL $server
      wait $server
      while_at_most left 50
      left && kill -KILL -$server
      while_at_most left 50
      exit 0
      """;

  private final Process shell;
  private final ProcessHandle server;

  private Supervised(Process shell, ProcessHandle server) {
    this.shell = shell;
    this.server = server;
  }

  /** Starts it; what it prints is appended to that file. */
  static Supervised start(Path output, String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of("sh", "-c", SCRIPT, output.toString()));
    line.addAll(List.of(command));
    Process shell =
        new ProcessBuilder(line)
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    String pid =
        shell.inputReader(StandardCharsets.US_ASCII).readLine(); // Ends when it cannot start.
    Optional<ProcessHandle> server =
        Optional.ofNullable(pid).map(Long::valueOf).flatMap(ProcessHandle::of);
    return new Supervised(
        shell, server.orElseThrow(() -> new IOException("Ended at once: " + command[0])));
  }

  boolean isRunning() {
    return server.isAlive();
  }

  ProcessHandle server() {
    return server;
  }

  /** Ends it and all its children, by force after some seconds. */
  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
    try {
      if (!shell.waitFor(10, TimeUnit.SECONDS)) {
        throw new IOException("Does not end: process " + server.pid());
      }
    } catch (InterruptedException interrupted) {
      // The shell goes on ending it.
      Thread.currentThread().interrupt();
    }
  }
}
