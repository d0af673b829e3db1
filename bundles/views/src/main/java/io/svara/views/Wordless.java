package io.svara.views;

/**
 * The types and places of an exception without its words: a projection's exception may quote the
 * payload it choked on, and personal data does not belong in a log.
 */
final class Wordless extends Exception {
  private static final long serialVersionUID = 1L;

  private final String type;

  Wordless(Throwable told) {
    super(null, told.getCause() == null ? null : new Wordless(told.getCause()), false, true);
    type = told.getClass().getName();
    setStackTrace(told.getStackTrace());
  }

  @Override
  public String toString() {
    return type;
  }
}
