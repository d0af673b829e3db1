package io.svara.host.secrets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A disk that loses power after so many steps. What was not forced is then there whole, torn, or
 * not at all; a replacement whose folder was not forced has happened or has not.
 */
final class SimulatedDisk implements Disk {
  private final Random random;
  private final Map<Path, byte[]> seen = new HashMap<>();
  private final Map<Path, byte[]> kept = new HashMap<>();
  private int stepsLeft = Integer.MAX_VALUE;

  SimulatedDisk(Random random) {
    this.random = random;
  }

  /** Fails at the step after so many more. */
  void failAfter(int steps) {
    stepsLeft = steps;
  }

  /** The power comes back: only what survived is there. */
  void restart() {
    stepsLeft = Integer.MAX_VALUE;
    seen.clear();
    seen.putAll(kept);
  }

  @Override
  public Optional<byte[]> read(Path file) {
    return Optional.ofNullable(seen.get(file.toAbsolutePath()));
  }

  @Override
  public void write(Path file, byte[] bytes) {
    if (stepsLeft == 0 && random.nextBoolean()) {
      kept.put(file.toAbsolutePath(), Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
    step();
    seen.put(file.toAbsolutePath(), bytes);
    kept.put(file.toAbsolutePath(), bytes);
  }

  @Override
  public void replace(Path from, Path to) {
    step();
    byte[] moved = seen.remove(from.toAbsolutePath());
    seen.put(to.toAbsolutePath(), moved);
    if (random.nextBoolean()) {
      agree();
    }
  }

  @Override
  public void forceFolder(Path folder) {
    step();
    agree();
  }

  private void agree() {
    kept.clear();
    kept.putAll(seen);
  }

  private void step() {
    if (stepsLeft-- == 0) {
      throw new PowerLost();
    }
  }

  /** The machine is gone. */
  static final class PowerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
