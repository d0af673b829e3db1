package io.svara.gateway.problem;

/** Ends a request with a problem. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Stopped(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
