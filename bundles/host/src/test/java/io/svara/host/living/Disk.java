package io.svara.host.living;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** What lies on the disk of a host. */
public final class Disk {
  private Disk() {}

  /** Has another folder hold what a process that is killed at this moment would leave. */
  public static void afterAKill(Path home, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(f -> !f.equals(home)).toList()) {
        Files.copy(
            file,
            copy.resolve(home.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
