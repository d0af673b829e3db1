package io.svara.testing.platforms.facebook;

/** Ends the handling of an API call; its error becomes the answer. */
final class GraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  GraphException(GraphError error) {
    super(error.message());
    this.error = error;
  }

  GraphError error() {
    return error;
  }
}
