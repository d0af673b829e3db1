package io.svara.it.durability;

import static io.svara.it.living.Installation.START;

import io.svara.testing.launcher.Distribution;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** When to kill: mostly while it works, every third time while it starts. */
final class Moments {
  private static final int STARTING_MILLIS = 4_000;

  /** Long enough that a process which has just started answers people as well. */
  private static final int WORKING_MILLIS = 4_000;

  private final Random random;

  Moments(long seed) {
    random = new Random(seed);
  }

  /** Returns at the next moment. The pause is what is tested, not a wait for something. */
  void await(Distribution svara) throws InterruptedException {
    if (random.nextInt(3) == 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(STARTING_MILLIS));
    } else {
      svara.awaitReady(START);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(WORKING_MILLIS));
    }
  }
}
