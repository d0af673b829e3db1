package io.svara.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what with the files: the same on every machine, whatever its umask. Karaf's plugin
 * copies files without their modes.
 */
final class Modes {
  static final int FILE = 0644;
  static final int PROGRAM = 0755;

  private static final Set<PosixFilePermission> FOR_FILES =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> FOR_PROGRAMS =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private Modes() {}

  /**
   * @throws Refusal when the file system has no such modes, as that of Windows
   */
  static void requireKnownHere(Path home) throws IOException, Refusal {
    if (!Files.getFileStore(home).supportsFileAttributeView(PosixFileAttributeView.class)) {
      throw new Refusal(
          home
              + " is on a file system that does not know which files may be executed, so that bin/start"
              + " would not start; compose on Linux or macOS, or within WSL.");
    }
  }

  /** What is in {@code bin}, and what is executable in the overlay, may be executed. */
  static void set(Path home, Path overlay) throws IOException {
    for (Path file : files(home)) {
      boolean program =
          file.startsWith(home.resolve("bin"))
              || Files.isExecutable(overlay.resolve(home.relativize(file).toString()));
      Files.setPosixFilePermissions(file, program ? FOR_PROGRAMS : FOR_FILES);
    }
  }

  /** As an archive has it. */
  static int of(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)
        ? PROGRAM
        : FILE;
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toUnmodifiableList());
    }
  }
}
