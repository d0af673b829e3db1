package io.svara.host.call;

/** A call was not started, and certainly did nothing. */
public final class Busy extends Exception {
  private static final long serialVersionUID = 1L;

  public Busy(String message) {
    super(message);
  }
}
