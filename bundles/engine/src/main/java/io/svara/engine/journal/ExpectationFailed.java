package io.svara.engine.journal;

/**
 * Somebody else was first: the stream is not at the revision that was expected. Nothing was
 * appended.
 */
public final class ExpectationFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String stream;
  private final long actual;

  public ExpectationFailed(String stream, long expected, long actual) {
    super(
        "The stream "
            + stream
            + " was expected at revision "
            + expected
            + " and is at "
            + actual
            + "; read it again and decide anew.");
    this.stream = stream;
    this.actual = actual;
  }

  public String stream() {
    return stream;
  }

  public long actual() {
    return actual;
  }
}
