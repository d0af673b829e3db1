package io.svara.shell;

import io.svara.engine.desk.Refused;

/** Reads numbers from what was typed: Karaf hands tokens to commands, which it cannot convert. */
final class Numbers {
  private static final int MOST = 200;

  private Numbers() {}

  /**
   * How many rows to show.
   *
   * @throws Refused unless it is from 1 to 200
   */
  static int limit(String typed) {
    long limit = natural(typed, "--limit");
    if (limit < 1 || limit > MOST) {
      throw Refused.invalid("--limit is from 1 to " + MOST + ", not " + typed + ".");
    }
    return (int) limit;
  }

  /** A number without a sign. */
  static long natural(String typed, String option) {
    if (!typed.matches("[0-9]{1,18}")) {
      throw Refused.invalid(option + " is a number; '" + typed + "' is none.");
    }
    return Long.parseLong(typed);
  }
}
