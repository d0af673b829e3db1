package io.svara.engine.desk;

import java.util.List;

/** Whether Svara serves, and if not why. Never depends on a platform. */
public interface Readiness {

  /** What is not ready yet, each in words; empty when everything is. */
  List<String> missing();

  /**
   * What does not work as it should while Svara serves, each in words: connectors that are cut off.
   */
  List<String> troubles();

  /** How far the pumps are behind: kept deliveries that are not read yet. */
  long waitingDeliveries();
}
