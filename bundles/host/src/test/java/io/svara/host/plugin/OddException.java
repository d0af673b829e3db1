package io.svara.host.plugin;

/** An exception whose class is the plugin's own, and whose message nobody should see. */
public final class OddException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OddException() {
    super("the customer wrote: my secret is tulip");
  }
}
