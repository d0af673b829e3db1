package io.svara.it.durability;

import io.svara.testing.launcher.Peers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small disk in memory that can be filled and made read-only. It takes a right to mount. */
final class Tmpfs implements AutoCloseable {
  private static final int CHUNK = 4_096;

  private final Path folder;

  private Tmpfs(Path folder) {
    this.folder = folder;
  }

  /** Mounts one, or ends the calling test where that is not permitted. */
  static Tmpfs mounted(Path folder, String size) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("umount", folder.toString()); // Left by a run that was killed.
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "svara", folder.toString());
    return Peers.require(
        "right to mount a tmpfs",
        mounted ? Optional.of(new Tmpfs(folder)) : Optional.empty(),
        "run as root");
  }

  Path folder() {
    return folder;
  }

  /** Takes all space that is left. */
  void fill() throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream filler = Files.newOutputStream(filler())) {
      while (true) {
        filler.write(chunk);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  /** Gives back what {@link #fill} took. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  void readOnly() throws IOException, InterruptedException {
    remount("ro");
  }

  void writable() throws IOException, InterruptedException {
    remount("rw");
  }

  private void remount(String how) throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount," + how, folder.toString())) {
      throw new IOException("Could not remount " + folder + " as " + how + ".");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** Lazily, since a process that was just killed may still hold files. */
  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", folder.toString());
  }
}
