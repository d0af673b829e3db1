package io.svara.engine.plugins;

/** A plugin, or a jar that wants to be one, does not do what was asked of it. */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, to which plugin, and what to do; it may be shown as it is
   */
  public Unfit(String message) {
    super(message);
  }

  /** As above, where something led to it. */
  public Unfit(String message, Throwable cause) {
    super(message, cause);
  }
}
