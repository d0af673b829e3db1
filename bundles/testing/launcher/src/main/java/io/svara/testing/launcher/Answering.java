package io.svara.testing.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Waits until an address answers. Each try has its own time-out: a server that starts may accept
 * and then forget.
 */
final class Answering {
  private static final int TRY_MILLIS = 2_000;
  private static final long PAUSE_MILLIS = 25;

  private Answering() {}

  /** True once a status was accepted; false when the limit passed or there is no point any more. */
  static boolean await(
      URI address, IntPredicate accepted, BooleanSupplier pointless, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end && !pointless.getAsBoolean()) {
      OptionalInt status = status(address);
      if (status.isPresent() && accepted.test(status.getAsInt())) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private static OptionalInt status(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(TRY_MILLIS);
      connection.setReadTimeout(TRY_MILLIS);
      connection.setInstanceFollowRedirects(false);
      try {
        return OptionalInt.of(connection.getResponseCode());
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return OptionalInt.empty();
    }
  }
}
