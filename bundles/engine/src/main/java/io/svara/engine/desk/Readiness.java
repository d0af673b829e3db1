package io.svara.engine.desk;

import java.util.List;

/** Whether Svara serves, and if not why. Never depends on a platform. */
public interface Readiness {

  /** What is not ready yet, each in words; empty when everything is. */
  List<String> missing();

  /** How far the pumps are behind: kept deliveries that are not read yet. */
  long waitingDeliveries();
}
