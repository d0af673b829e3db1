package io.svara.engine.fold;

/**
 * A delivery that a connector failed on.
 *
 * @param version the one that failed last
 * @param again whether it was not that version's first attempt
 */
public record FailedRow(long delivery, String version, boolean again) {

  /** Whether an attempt by the version may bring more than the last one. */
  public boolean deserves(String next) {
    return !version.equals(next) || !again;
  }
}
