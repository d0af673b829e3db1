package io.svara.engine.views;

/** The views cannot be read yet: they are being opened, at every start for a moment. */
public final class ViewsStarting extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public ViewsStarting() {
    super(
        "The views are starting and nothing can be read yet; ask again when their progress is past"
            + " STARTING.");
  }
}
