package io.svara.testing.conformance;

/** How a call of the platform's API may go wrong. */
public enum Trouble {
  /** Called too often: refused without effect, and a pause is named ({@link Platform#pause()}). */
  TOO_OFTEN,
  /** The platform's own failure (5xx), without effect. */
  BROKEN,
  /** Done, yet answered as a failure of the platform's own (5xx): a gateway gave up too early. */
  BROKEN_AFTER,
  /** Answers well, with something that is no answer of this platform's (a proxy's page). */
  NONSENSE,
  /** Done at once, answered only after ten seconds. */
  LATE,
  /** The connection breaks before anything was done. */
  LOST_BEFORE,
  /** Done, then the connection breaks without an answer. */
  LOST_AFTER
}
