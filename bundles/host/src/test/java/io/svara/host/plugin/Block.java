package io.svara.host.plugin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Blocks where and as a test says. It says so by properties of the JVM, because the classes of an
 * installed plugin are not those that the test sees.
 */
public final class Block {
  private static final long A_MOMENT = 1_000_000;

  private Block() {}

  /** Until when something waits there; only the last does not end by an interrupt. */
  public enum How {
    UNTIL_INTERRUPTED,
    /** Until two of them wait. */
    UNTIL_MET,
    UNTIL_RELEASED
  }

  public static void say(String where, How how) {
    System.setProperty(property(where), how.name());
  }

  public static void release(String where) {
    System.clearProperty(property(where));
    System.clearProperty(property(where) + ".met");
  }

  static void at(String where) {
    String how = System.getProperty(property(where), "");
    try {
      switch (how) {
        case "UNTIL_INTERRUPTED" -> new CountDownLatch(1).await();
        case "UNTIL_MET" -> meet(where);
        default -> waitUntilReleased(where);
      }
    } catch (InterruptedException stopped) {
      throw new OddException();
    }
  }

  private static void meet(String where) throws InterruptedException {
    Object there = System.getProperties().merge(property(where) + ".met", "1", (a, b) -> a + "1");
    while (there.toString().length() < 2) {
      Thread.sleep(1);
      there = System.getProperty(property(where) + ".met");
    }
  }

  private static void waitUntilReleased(String where) {
    while (How.UNTIL_RELEASED.name().equals(System.getProperty(property(where)))) {
      LockSupport.parkNanos(A_MOMENT);
    }
  }

  private static String property(String where) {
    return "svara.test.block." + where;
  }
}
