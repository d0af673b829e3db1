package io.svara.testing.platforms.demo;

import java.time.Duration;

/**
 * How busy the customers are, in real time.
 *
 * @param burst how many acts come first, one after the other
 * @param withinBurst how long between these
 * @param afterwards how long between the acts that follow
 * @param answer how long a customer takes to answer the page
 */
public record DemoPace(int burst, Duration withinBurst, Duration afterwards, Duration answer) {

  /**
   * Sixteen acts in the first quarter of a minute, then one every twenty seconds; answers after
   * eight.
   */
  public static DemoPace lively() {
    return new DemoPace(16, Duration.ofMillis(900), Duration.ofSeconds(20), Duration.ofSeconds(8));
  }

  /** The same with another time between acts. */
  public DemoPace then(Duration between) {
    return new DemoPace(burst, withinBurst, between, answer);
  }

  /** The same with another beginning. */
  public DemoPace beginningWith(int acts) {
    return new DemoPace(acts, withinBurst, afterwards, answer);
  }
}
