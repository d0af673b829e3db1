package io.svara.host.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.host.secrets.SimulatedDisk.PowerLost;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Power is lost at every step of thousands of changes: a secret is the old or the new one. */
class SecretCrashTest {
  private static final Path FILE = Path.of("data/secrets.bin");
  private static final Path KEY = Path.of("etc/secrets.key");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("a crash leaves the old value or the new one, and what was durable stays")
  void aCrashLeavesOldOrNew(long seed) throws Exception {
    Random random = new Random(seed);
    SimulatedDisk disk = new SimulatedDisk(random);
    SecureRandom nonces = new SecureRandom();
    String known = "none";
    for (int change = 0; change < 1_000; change++) {
      String next = "value-" + change;
      disk.failAfter(random.nextInt(6));
      boolean durable = false;
      try {
        new SecretFile(disk, FILE, KEY, nonces).put("account:a", "token", next);
        durable = true;
      } catch (PowerLost lost) {
        // Whatever was written so far may or may not be there.
      }
      disk.restart();
      String found =
          new SecretFile(disk, FILE, KEY, nonces).get("account:a", "token").orElse("none");
      if (durable) {
        assertThat(found).isEqualTo(next);
      } else {
        assertThat(found).isIn(known, next);
      }
      known = found;
    }
    assertThat(known).startsWith("value-");
  }
}
